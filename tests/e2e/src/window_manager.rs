//! What a window manager knows and does: which windows there are, and that the button in a frame asks one to close.
//! Virtual displays have no window manager.

use anyhow::Result;
use rustix::process::{Pid, getpgid};
use x11rb::{
    connection::Connection,
    protocol::xproto::{AtomEnum, ClientMessageEvent, ConnectionExt, EventMask, MapState, Window},
    rust_connection::RustConnection,
    wrapper::ConnectionExt as _,
};

x11rb::atom_manager! {
    Atoms: AtomsCookie { WM_PROTOCOLS, WM_DELETE_WINDOW, _NET_WM_PID, }
}

/// The largest window of the process group; a program has small ones too that nobody sees.
pub(crate) fn largest_window(group: Pid) -> Result<Option<Window>> {
    let (display, screen) = x11rb::connect(None)?;
    let mut found = Vec::new();
    for window in windows_of(&display, display.setup().roots[screen].root, group)? {
        let is_seen = display.get_window_attributes(window.0)?.reply()?.map_state == MapState::VIEWABLE;
        let size = display.get_geometry(window.0)?.reply()?;
        found.extend(is_seen.then(|| (u32::from(size.width) * u32::from(size.height), window.0)));
    }
    Ok(found.into_iter().max().map(|(_, window)| window))
}

/// Takes down what floats over the windows: a tooltip stays where the pointer is of a driver that has none.
pub(crate) fn take_down_floating() -> Result<()> {
    let (display, screen) = x11rb::connect(None)?;
    for window in display.query_tree(display.setup().roots[screen].root)?.reply()?.children {
        let attributes = display.get_window_attributes(window)?.reply()?;
        if attributes.override_redirect && attributes.map_state == MapState::VIEWABLE {
            display.unmap_window(window)?;
        }
    }
    display.sync()?;
    Ok(())
}

/// Asks every window of the process group to close. Returns the processes that own one.
pub(crate) fn ask_to_close(group: Pid) -> Result<Vec<Pid>> {
    let (display, screen) = x11rb::connect(None)?;
    let atoms = Atoms::new(&display)?.reply()?;
    let mut asked = Vec::new();
    for (window, owner) in windows_of(&display, display.setup().roots[screen].root, group)? {
        if property(&display, window, atoms.WM_PROTOCOLS)?.contains(&atoms.WM_DELETE_WINDOW) {
            let data = [atoms.WM_DELETE_WINDOW, x11rb::CURRENT_TIME, 0, 0, 0];
            let message = ClientMessageEvent::new(32, window, atoms.WM_PROTOCOLS, data);
            display.send_event(false, window, EventMask::NO_EVENT, message)?;
            asked.push(owner);
        }
    }
    display.sync()?;
    Ok(asked)
}

/// The windows of a process group, each with the process that owns it.
fn windows_of(display: &RustConnection, root: Window, group: Pid) -> Result<Vec<(Window, Pid)>> {
    let atoms = Atoms::new(display)?.reply()?;
    let mut found = Vec::new();
    for window in windows(display, root)? {
        let owner = property(display, window, atoms._NET_WM_PID)?;
        let owner = owner.first().and_then(|id| Pid::from_raw(i32::try_from(*id).ok()?));
        let owner = owner.filter(|owner| getpgid(Some(*owner)) == Ok(group));
        found.extend(owner.map(|owner| (window, owner)));
    }
    Ok(found)
}

/// The window and all below it.
fn windows(display: &RustConnection, root: Window) -> Result<Vec<Window>> {
    let mut found = vec![root];
    let mut next = 0;
    while let Some(&window) = found.get(next) {
        found.extend(display.query_tree(window)?.reply()?.children);
        next += 1;
    }
    Ok(found)
}

/// The numbers of a property; none where the window has no such property.
fn property(display: &RustConnection, window: Window, property: u32) -> Result<Vec<u32>> {
    let reply = display.get_property(false, window, property, AtomEnum::ANY, 0, 32)?.reply()?;
    Ok(reply.value32().map(Iterator::collect).unwrap_or_default())
}
