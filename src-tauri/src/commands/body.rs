//! Requests whose body is the bytes of a file, with texts in headers beside it.

use mulu_app::AppError;
use percent_encoding::percent_decode;
use tauri::ipc::{InvokeBody, Request};

/// The bytes of a file that was dropped on the window: they are the body.
pub(super) fn dropped<'a>(request: &'a Request<'_>) -> Result<&'a [u8], AppError> {
    match request.body() {
        InvokeBody::Raw(bytes) => Ok(bytes),
        InvokeBody::Json(_) => Err(AppError::BadRequest { detail: "the body is no bytes".to_owned() }),
    }
}

/// What stands in a header beside such a body, written as a URI has it; nothing where there is none.
pub(super) fn header(request: &Request<'_>, name: &str) -> String {
    let value = request.headers().get(name).map_or(&b""[..], |value| value.as_bytes());
    percent_decode(value).decode_utf8_lossy().into_owned()
}
