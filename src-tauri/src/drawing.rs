//! How the page is drawn where there is no graphics processor.
//!
//! WebKitGTK draws through OpenGL. Where no graphics processor does that (old PCs, virtual machines, remote desktops),
//! an emulation works on the processor: measured with it, more than half of what an arrow key costs. Drawing without
//! OpenGL is several times faster there, and this page has nothing that moves.

use tauri::{WebviewWindow, Wry};

/// Draws without OpenGL where only an emulation of it would do it.
#[cfg(target_os = "linux")]
pub(crate) fn suit_the_machine(window: &WebviewWindow<Wry>) {
    use webkit2gtk::{HardwareAccelerationPolicy, SettingsExt, WebViewExt};

    if has_graphics_processor() {
        return;
    }
    let set = window.with_webview(|webview| {
        if let Some(settings) = WebViewExt::settings(&webview.inner()) {
            settings.set_hardware_acceleration_policy(HardwareAccelerationPolicy::Never);
        }
    });
    if let Err(error) = set {
        log::warn!("the page is drawn as by default: {error}");
    }
}

/// The kernel gives every graphics processor that can draw a file in this folder.
#[cfg(target_os = "linux")]
fn has_graphics_processor() -> bool {
    let devices = std::fs::read_dir("/dev/dri").into_iter().flatten().flatten();
    devices.map(|device| device.file_name()).any(|name| name.to_string_lossy().starts_with("renderD"))
}

/// Elsewhere the system's web view chooses well by itself.
#[cfg(not(target_os = "linux"))]
pub(crate) fn suit_the_machine(_: &WebviewWindow<Wry>) {}
