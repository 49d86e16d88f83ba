//! The clipboard of the display, as another program holds and reads it: a real Ctrl+V in the window asks this one.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread::JoinHandle,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail, ensure};
use x11rb::{
    CURRENT_TIME, NONE,
    connection::Connection,
    protocol::{
        Event,
        xproto::{
            AtomEnum, ConnectionExt, CreateWindowAux, EventMask, PropMode, SELECTION_NOTIFY_EVENT,
            SelectionNotifyEvent, SelectionRequestEvent, Window, WindowClass,
        },
    },
    rust_connection::RustConnection,
    wrapper::ConnectionExt as _,
};

/// How long the other side may take to answer.
const PATIENCE: Duration = Duration::from_secs(5);
const PAUSE: Duration = Duration::from_millis(2);

x11rb::atom_manager! {
    Atoms: AtomsCookie {
        CLIPBOARD,
        HTML: b"text/html",
        PLAIN: b"text/plain;charset=utf-8",
        INCR,
        TARGETS,
        UTF8_STRING,
        MULU_ANSWER,
    }
}

/// A block that another program has copied; it is in the clipboard as long as this value is there.
pub struct Clipboard {
    is_over: Arc<AtomicBool>,
    answering: Option<JoinHandle<Result<()>>>,
}

impl Clipboard {
    /// Puts a text there, also as HTML where there is some.
    pub fn hold(text: &str, html: Option<&str>) -> Result<Self> {
        let place = Place::new()?;
        place.display.set_selection_owner(place.window, place.atoms.CLIPBOARD, CURRENT_TIME)?;
        let owner = place.display.get_selection_owner(place.atoms.CLIPBOARD)?.reply()?.owner;
        ensure!(owner == place.window, "another program keeps the clipboard");
        let is_over = Arc::new(AtomicBool::new(false));
        let (until, text, html) = (Arc::clone(&is_over), text.to_owned(), html.map(str::to_owned));
        let answering = std::thread::spawn(move || {
            while !until.load(Ordering::Relaxed) {
                match place.display.poll_for_event()? {
                    Some(Event::SelectionRequest(wish)) => place.answer(&wish, &text, html.as_deref())?,
                    Some(Event::SelectionClear(_)) => break,
                    Some(_) => {}
                    None => std::thread::sleep(PAUSE),
                }
            }
            Ok(())
        });
        Ok(Self { is_over, answering: Some(answering) })
    }

    /// The text that the window has copied.
    pub fn text() -> Result<String> {
        let place = Place::new()?;
        place.read(place.atoms.UTF8_STRING)
    }

    /// The HTML that the window has copied.
    pub fn html() -> Result<String> {
        let place = Place::new()?;
        place.read(place.atoms.HTML)
    }
}

impl Drop for Clipboard {
    fn drop(&mut self) {
        self.is_over.store(true, Ordering::Relaxed);
        if let Some(answering) = self.answering.take() {
            // What went wrong there, the window has shown by not pasting.
            let _ = answering.join();
        }
    }
}

/// An unseen window that takes part in handing over.
struct Place {
    display: RustConnection,
    window: Window,
    atoms: Atoms,
}

impl Place {
    fn new() -> Result<Self> {
        let (display, screen) = x11rb::connect(None)?;
        let atoms = Atoms::new(&display)?.reply()?;
        let window = display.generate_id()?;
        let root = display.setup().roots[screen].root;
        let class = WindowClass::INPUT_ONLY;
        display.create_window(0, window, root, 0, 0, 1, 1, 0, class, 0, &CreateWindowAux::new())?;
        Ok(Self { display, window, atoms })
    }

    /// Gives another program what it wishes, or tells it that there is none.
    fn answer(&self, wish: &SelectionRequestEvent, text: &str, html: Option<&str>) -> Result<()> {
        let Atoms { HTML, PLAIN, TARGETS, UTF8_STRING, .. } = self.atoms;
        let property = if wish.property == NONE { wish.target } else { wish.property };
        let give = |bytes: &[u8]| {
            self.display.change_property8(PropMode::REPLACE, wish.requestor, property, wish.target, bytes)
        };
        let is_given = match (wish.target, html) {
            (target, _) if target == TARGETS => {
                let mut kinds = vec![TARGETS, UTF8_STRING, PLAIN];
                kinds.extend(html.map(|_| HTML));
                let kind = AtomEnum::ATOM;
                self.display.change_property32(PropMode::REPLACE, wish.requestor, property, kind, &kinds)?;
                true
            }
            (target, Some(html)) if target == HTML => give(html.as_bytes()).map(|_| true)?,
            (target, _) if target == UTF8_STRING || target == PLAIN => give(text.as_bytes()).map(|_| true)?,
            _ => false,
        };
        let notice = SelectionNotifyEvent {
            response_type: SELECTION_NOTIFY_EVENT,
            sequence: 0,
            time: wish.time,
            requestor: wish.requestor,
            selection: wish.selection,
            target: wish.target,
            property: if is_given { property } else { NONE },
        };
        self.display.send_event(false, wish.requestor, EventMask::NO_EVENT, notice)?;
        Ok(self.display.flush()?)
    }

    fn read(&self, kind: u32) -> Result<String> {
        let Atoms { CLIPBOARD, INCR, MULU_ANSWER, .. } = self.atoms;
        self.display.convert_selection(self.window, CLIPBOARD, kind, MULU_ANSWER, CURRENT_TIME)?;
        self.display.flush()?;
        let deadline = Instant::now() + PATIENCE;
        loop {
            match self.display.poll_for_event()? {
                Some(Event::SelectionNotify(notice)) if notice.property == NONE => {
                    bail!("it holds no such kind")
                }
                Some(Event::SelectionNotify(_)) => break,
                _ => ensure!(Instant::now() < deadline, "nobody answers for the clipboard"),
            }
            std::thread::sleep(PAUSE);
        }
        let any = AtomEnum::ANY;
        let answer =
            self.display.get_property(true, self.window, MULU_ANSWER, any, 0, u32::MAX / 4)?.reply()?;
        ensure!(answer.type_ != INCR, "what was copied comes in pieces, which tests do not put together");
        String::from_utf8(answer.value).context("what was copied is no UTF-8")
    }
}
