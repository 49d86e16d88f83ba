//! Every program of others that xtask, tests and benches start, with the Debian package that has it.
//!
//! A program is started through this list and in no other way: a lint refuses `Command::new` elsewhere
//! (`clippy.toml`). So `./xtask` can install whatever a command is going to start, and a program that nobody has
//! written down cannot be started at all.

use std::{ffi::OsStr, path::Path, process::Command};

/// What programs are needed for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// To find out what the machine has, and to install what it lacks. Every Debian has these programs.
    System,
    /// To build anything.
    Build,
    /// To build the screens.
    Screens,
    /// To build the window.
    Window,
    /// To start and drive the window where nobody looks at it.
    Display,
    /// To type in tests as people do: by a Chinese input method, into a window that a window manager has given the
    /// focus.
    InputMethod,
    /// To read in tests, with programs of others, what ours has written.
    Readers,
    /// To make the same tables with other programs.
    Peers,
}

macro_rules! programs {
    ($($(#[$doc:meta])* $variant:ident = $name:literal, $package:literal, [$($purpose:ident),*];)*) => {
        /// A program of others.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Program { $($(#[$doc])* $variant,)* }

        impl Program {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// The name by which it is started.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// The Debian package that has it; empty for the tools that come with Rust.
            pub fn package(self) -> &'static str {
                match self { $(Self::$variant => $package,)* }
            }

            /// What it is needed for.
            pub fn purposes(self) -> &'static [Purpose] {
                match self { $(Self::$variant => &[$(Purpose::$purpose,)*],)* }
            }
        }
    };
}

programs! {
    /// Installs packages.
    AptGet = "apt-get", "apt", [System];
    /// Tells which packages are installed.
    DpkgQuery = "dpkg-query", "dpkg", [System];
    /// Starts a program with other settings.
    Env = "env", "coreutils", [System];
    /// Tells who is working.
    Id = "id", "coreutils", [System];
    /// Starts a program as root. Where it is missing, only root can install.
    Sudo = "sudo", "sudo", [];
    /// Sets limits for the program that it starts.
    Shell = "sh", "dash", [System];
    /// Lists the fonts. Asked only on systems without `dpkg-query`.
    FcList = "fc-list", "fontconfig", [];

    /// Builds the Rust code.
    Cargo = "cargo", "", [];
    /// Compiles SQLite.
    Cc = "cc", "build-essential", [Build];
    /// Finds libraries.
    PkgConfig = "pkg-config", "pkg-config", [Window];

    /// Runs the screens' tools.
    Node = "node", "nodejs", [Screens];
    /// Installs the screens' packages.
    Npm = "npm", "npm", [Screens];

    /// A display in memory.
    Xvfb = "Xvfb", "xvfb", [Display];
    /// Starts a program with a message bus of its own.
    DbusRunSession = "dbus-run-session", "dbus", [Display];
    /// The message bus.
    DbusDaemon = "dbus-daemon", "dbus", [Display, InputMethod];
    /// Asks the message bus.
    DbusSend = "dbus-send", "dbus", [InputMethod];
    /// Drives the web view of the window.
    WebKitWebDriver = "WebKitWebDriver", "webkit2gtk-driver", [Display];

    /// The input method.
    Fcitx = "fcitx5", "fcitx5", [InputMethod];
    /// Tells whether the input method is on.
    FcitxRemote = "fcitx5-remote", "fcitx5", [InputMethod];
    /// Presses keys.
    Xdotool = "xdotool", "xdotool", [InputMethod];
    /// A window manager.
    Openbox = "openbox", "openbox", [InputMethod];

    /// Reads the text of a PDF.
    Pdftotext = "pdftotext", "poppler-utils", [Readers];
    /// Lists the fonts of a PDF.
    Pdffonts = "pdffonts", "poppler-utils", [Readers];
    /// Tells title and pages of a PDF.
    Pdfinfo = "pdfinfo", "poppler-utils", [Readers, Peers];
    /// Draws the pages of a PDF.
    Pdftoppm = "pdftoppm", "poppler-utils", [Readers];
    /// Runs the peers, and openpyxl in tests.
    Python = "python3", "python3", [Readers, Peers];
    /// Makes the peer's PDF.
    LibreOffice = "soffice", "libreoffice-calc-nogui", [Peers];
}

impl Program {
    /// The program, to be started.
    pub fn command(self) -> Command {
        command(match self {
            // The system's own sees the packages of the system; another may come first on the path.
            Self::Python if Path::new(SYSTEM_PYTHON).exists() => SYSTEM_PYTHON,
            // Windows finds no scripts by their bare names.
            Self::Npm if cfg!(windows) => "npm.cmd",
            program => program.name(),
        })
    }

    /// Whether it can be found on the search path.
    pub fn is_there(self) -> bool {
        let path = std::env::var_os("PATH").unwrap_or_default();
        std::env::split_paths(&path).any(|folder| folder.join(self.name()).is_file())
    }
}

const SYSTEM_PYTHON: &str = "/usr/bin/python3";

/// A program that the project itself has built or installed, by its file.
pub fn own(file: impl AsRef<Path>) -> Command {
    command(file.as_ref())
}

#[expect(clippy::disallowed_methods, reason = "the one place that starts programs")]
fn command(program: impl AsRef<OsStr>) -> Command {
    Command::new(program)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_program_stands_once_and_has_a_package() {
        for (at, program) in Program::ALL.iter().enumerate() {
            assert!(!Program::ALL[..at].iter().any(|other| other.name() == program.name()), "{program:?}");
            assert!(*program == Program::Cargo || !program.package().is_empty(), "{program:?}");
        }
    }

    #[test]
    fn what_the_system_has_in_any_case_is_there() {
        let system = Program::ALL.iter().filter(|program| program.purposes().contains(&Purpose::System));
        if Path::new("/etc/debian_version").exists() {
            system.for_each(|program| assert!(program.is_there(), "{program:?}"));
        }
    }
}
