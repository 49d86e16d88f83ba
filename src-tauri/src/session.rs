//! What the commands share: the open library, and the wish to stop a long action.

use std::{
    ops::ControlFlow,
    sync::{
        Arc, LazyLock,
        atomic::{AtomicBool, Ordering},
    },
    thread,
};

use mulu_app::{App, AppError};

/// The state of the one window.
pub(crate) struct Session {
    /// Why there is no library stands in its place where it cannot be opened.
    app: Arc<LazyLock<Result<App, AppError>>>,
    cancelled: AtomicBool,
}

impl Session {
    /// Begins to open the library of this user, while the window is being made. Commands that need it wait.
    pub(crate) fn open() -> Self {
        let app = Arc::new(LazyLock::new(open_library as fn() -> Result<App, AppError>));
        let opening = Arc::clone(&app);
        let begun = thread::Builder::new().name("library".to_owned()).spawn(move || {
            LazyLock::force(&opening);
        });
        if let Err(error) = begun {
            log::warn!("the library is opened only when it is asked for: {error}");
        }
        Self { app, cancelled: AtomicBool::new(false) }
    }

    /// The use cases, or why there are none.
    pub(crate) fn app(&self) -> Result<&App, AppError> {
        LazyLock::force(&self.app).as_ref().map_err(Clone::clone)
    }

    /// Begins a long action, which nobody has asked to stop yet.
    pub(crate) fn begin(&self) {
        self.cancelled.store(false, Ordering::Relaxed);
    }

    /// Asks the long action to stop.
    pub(crate) fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }

    /// Whether the long action may go on.
    pub(crate) fn goes_on(&self) -> ControlFlow<()> {
        if self.cancelled.load(Ordering::Relaxed) {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    }
}

fn open_library() -> Result<App, AppError> {
    let app = mulu_app::library_path(None).and_then(|path| App::open_library(&path));
    if let Err(error) = &app {
        log::error!("the library cannot be opened: {error}");
    }
    app
}
