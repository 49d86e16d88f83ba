//! What all calls share: the open library, and the long tasks that can be stopped.

use std::{
    collections::HashMap,
    ops::ControlFlow,
    path::{Path, PathBuf},
    sync::{
        Arc, LazyLock, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    thread,
};

use mulu_app::{App, AppError, GivenFile};
use serde::Deserialize;

/// Which paths a page may name. Beside paths there are files that a page sends ([`Session::send`]).
pub trait Paths: Send + Sync {
    /// Where a file is that shall be read.
    ///
    /// # Errors
    /// [`AppError::NotAllowed`] where the page may not name it.
    fn source(&self, named: &str) -> Result<PathBuf, AppError>;
    /// Where a file shall be written.
    ///
    /// # Errors
    /// As [`Paths::source`].
    fn target(&self, named: &str) -> Result<PathBuf, AppError>;
}

/// A file that a page gives to a command.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(specta::Type))]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum NamedFile {
    /// One that the host can read.
    Path {
        /// Where it is.
        path: String,
    },
    /// One that the page has sent. The command that names it takes it.
    Sent {
        /// The number under which it was kept.
        number: u32,
    },
}

/// So many files wait at once for the commands that take them.
const SENT_AT_ONCE: usize = 16;

type Opening = LazyLock<Result<App, AppError>, Box<dyn FnOnce() -> Result<App, AppError> + Send>>;

/// A library that is open for the pages of a host.
pub struct Session {
    /// Why there is no library stands in its place where it cannot be opened.
    app: Arc<Opening>,
    paths: Box<dyn Paths>,
    /// The files that pages have sent and no command has taken yet.
    sent: Mutex<Sent>,
    /// The long tasks under way that can be stopped, by the numbers that their callers gave them.
    tasks: Mutex<HashMap<u32, Arc<AtomicBool>>>,
}

impl Session {
    /// Begins to open a library: that of `path`, else the one of this user. Commands that need it wait.
    pub fn open(path: Option<&Path>, paths: Box<dyn Paths>) -> Self {
        let path = path.map(Path::to_owned);
        let open: Box<dyn FnOnce() -> Result<App, AppError> + Send> =
            Box::new(move || open_library(path.as_deref()));
        let app = Arc::new(LazyLock::new(open));
        let opening = Arc::clone(&app);
        let begun = thread::Builder::new().name("library".to_owned()).spawn(move || {
            LazyLock::force(&opening);
        });
        if let Err(error) = begun {
            log::warn!("the library is opened only when it is asked for: {error}");
        }
        Self { app, paths, sent: Mutex::default(), tasks: Mutex::default() }
    }

    /// The use cases.
    ///
    /// # Errors
    /// Why the library could not be opened.
    pub(crate) fn app(&self) -> Result<&App, AppError> {
        LazyLock::force(&self.app).as_ref().map_err(Clone::clone)
    }

    /// Keeps a file that a page sends, for the command that will name it by the number.
    ///
    /// # Errors
    /// [`AppError::TooMany`] where too many wait already.
    pub fn send(&self, name: &str, bytes: Vec<u8>) -> Result<u32, AppError> {
        let mut sent = lock(&self.sent);
        if sent.files.len() == SENT_AT_ONCE {
            return Err(AppError::TooMany { max: SENT_AT_ONCE as u32 });
        }
        sent.last = sent.last.wrapping_add(1);
        let number = sent.last;
        sent.files.insert(number, FileOfPage::Sent { name: PathBuf::from(name), bytes });
        Ok(number)
    }

    /// A file that a page gives.
    pub(crate) fn given(&self, file: NamedFile) -> Result<FileOfPage, AppError> {
        match file {
            NamedFile::Path { path } => self.paths.source(&path).map(FileOfPage::Path),
            NamedFile::Sent { number } => lock(&self.sent).files.remove(&number).ok_or_else(|| {
                AppError::BadRequest { detail: format!("no file was sent under the number {number}") }
            }),
        }
    }

    pub(crate) fn target(&self, named: &str) -> Result<PathBuf, AppError> {
        self.paths.target(named)
    }

    /// Begins a task that can be stopped by its number, until what is returned is dropped.
    pub(crate) fn begin(&self, number: Option<u32>) -> Task<'_> {
        let is_stopped = Arc::new(AtomicBool::new(false));
        if let Some(number) = number {
            lock(&self.tasks).insert(number, Arc::clone(&is_stopped));
        }
        Task { session: self, number, is_stopped }
    }

    /// Asks a task to stop; nothing where it has ended.
    pub(crate) fn stop(&self, number: u32) {
        if let Some(is_stopped) = lock(&self.tasks).get(&number) {
            is_stopped.store(true, Ordering::Relaxed);
        }
    }
}

/// A file that a page gives, found or received.
pub(crate) enum FileOfPage {
    Path(PathBuf),
    Sent { name: PathBuf, bytes: Vec<u8> },
}

impl FileOfPage {
    /// As the use cases take it.
    pub(crate) fn file(&self) -> GivenFile<'_> {
        match self {
            Self::Path(path) => GivenFile::Path(path),
            Self::Sent { name, bytes } => GivenFile::Content { name, bytes },
        }
    }
}

#[derive(Default)]
struct Sent {
    last: u32,
    files: HashMap<u32, FileOfPage>,
}

fn lock<T>(shared: &Mutex<T>) -> MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A long task under way.
pub(crate) struct Task<'a> {
    session: &'a Session,
    number: Option<u32>,
    is_stopped: Arc<AtomicBool>,
}

impl Task<'_> {
    /// Whether it may go on.
    pub(crate) fn goes_on(&self) -> ControlFlow<()> {
        if self.is_stopped.load(Ordering::Relaxed) {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    }
}

impl Drop for Task<'_> {
    fn drop(&mut self) {
        if let Some(number) = self.number {
            lock(&self.session.tasks).remove(&number);
        }
    }
}

fn open_library(path: Option<&Path>) -> Result<App, AppError> {
    let app = mulu_app::library_path(path.map(Path::to_owned)).and_then(|path| App::open_library(&path));
    if let Err(error) = &app {
        log::error!("the library cannot be opened: {error}");
    }
    app
}
