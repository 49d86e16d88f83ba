//! What the screens can ask of the program, whatever host shows them.
//!
//! `commands` lists each command once: its name, its parameters, its result and what it does. A host
//! hands over the name and the parameters as JSON ([`Call::run`]) and sends back the JSON that it receives. The
//! TypeScript client `ui/src/platform/client.ts` is generated from the same list; a test fails when it is stale.
//!
//! A command names files by paths. Which paths a page may name is decided by the host ([`Paths`]): in the window, those
//! that a dialog of the system or a drop has given; in a browser, only those that the page has sent or will fetch.

mod call;
mod commands;
mod declare;
mod fonts;
mod session;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod typescript;

pub use call::Call;
pub use fonts::font;
pub use session::{NamedFile, Paths, Session};

impl Call<'_> {
    /// Runs the command of that name and returns its result as JSON.
    ///
    /// # Errors
    /// [`BadRequest`](mulu_app::AppError::BadRequest) where there is no such command or it has other parameters, else
    /// what the command says.
    pub fn run(&self, command: &str, params: serde_json::Value) -> Result<String, mulu_app::AppError> {
        commands::run(self, command, params)
    }
}
