//! What the machine must have besides Rust: found out, and on Debian and Ubuntu installed. On other
//! systems the missing things are listed and the command stops: a package manager we never tried is not
//! for us to call.

use std::process::Command;

use anyhow::{Result, bail};

use crate::project::{ask, step};

/// A Debian package, and how to see on another system that its content is there.
pub(crate) struct Package {
    name: &'static str,
    sign: Sign,
}

enum Sign {
    Program(&'static str),
    Library(&'static str),
    Font(&'static str),
    PythonModule(&'static str),
}

const fn package(name: &'static str, sign: Sign) -> Package {
    Package { name, sign }
}

/// To build anything: SQLite comes as C.
pub(crate) const COMPILER: &[Package] = &[package("build-essential", Sign::Program("cc"))];

/// To build the window.
pub(crate) const WINDOW: &[Package] = &[
    package("pkg-config", Sign::Program("pkg-config")),
    package("libwebkit2gtk-4.1-dev", Sign::Library("webkit2gtk-4.1")),
    package("librsvg2-dev", Sign::Library("librsvg-2.0")),
];

/// To show Chinese on a screen and in other programs' files.
pub(crate) const FONTS: &[Package] = &[package("fonts-noto-cjk", Sign::Font("Noto Sans CJK SC"))];

/// To start and drive the window where nobody looks at it.
pub(crate) const VIRTUAL_DISPLAY: &[Package] = &[
    package("xvfb", Sign::Program("Xvfb")),
    package("xauth", Sign::Program("xauth")),
    package("dbus", Sign::Program("dbus-run-session")),
    package("dbus-x11", Sign::Program("dbus-launch")),
    package("webkit2gtk-driver", Sign::Program("WebKitWebDriver")),
];

/// To type in tests as people do: by a Chinese input method, into a window that a window manager has given the focus.
pub(crate) const INPUT_METHOD: &[Package] = &[
    package("fcitx5", Sign::Program("fcitx5")),
    package("fcitx5-chinese-addons", Sign::Program("fcitx5")),
    package("fcitx5-pinyin", Sign::Program("fcitx5")),
    package("fcitx5-frontend-gtk3", Sign::Program("fcitx5")),
    package("xdotool", Sign::Program("xdotool")),
    package("openbox", Sign::Program("openbox")),
];

/// To read in tests, with programs of other people, what ours has written.
pub(crate) const READERS: &[Package] = &[
    package("poppler-utils", Sign::Program("pdftotext")),
    package("python3-openpyxl", Sign::PythonModule("openpyxl")),
];

/// To make the same tables with other programs.
pub(crate) const PEERS: &[Package] = &[
    package("python3-venv", Sign::PythonModule("ensurepip")),
    package("libreoffice-calc-nogui", Sign::Program("soffice")),
    package("poppler-utils", Sign::Program("pdfinfo")),
];

/// To build the screens, where the machine has no Node.js at all.
pub(crate) const NODE: &[Package] = &[package("npm", Sign::Program("npm"))];

/// Sees that all the packages are there. Only Linux needs them.
pub(crate) fn provide(groups: &[&[Package]]) -> Result<()> {
    if !cfg!(target_os = "linux") {
        return Ok(());
    }
    let wanted = groups.iter().copied().flatten();
    if !has_program("apt-get") || !has_program("dpkg-query") {
        return list(
            &wanted.filter(|package| !package.is_there()).map(|package| package.name).collect::<Vec<_>>(),
        );
    }
    let missing: Vec<&str> = wanted.map(|package| package.name).filter(|name| !is_installed(name)).collect();
    if missing.is_empty() { Ok(()) } else { install(&missing) }
}

/// The Python that sees the packages of the system, for tests and for the peers.
pub(crate) fn python() -> &'static str {
    let of_the_system = "/usr/bin/python3";
    if std::path::Path::new(of_the_system).exists() { of_the_system } else { "python3" }
}

/// Whether a program of this name can be started.
pub(crate) fn has_program(name: &str) -> bool {
    let Some(path) = std::env::var_os("PATH") else { return false };
    std::env::split_paths(&path).any(|folder| folder.join(name).is_file())
}

impl Package {
    fn is_there(&self) -> bool {
        match self.sign {
            Sign::Program(name) => has_program(name),
            Sign::Library(name) => ask(Command::new("pkg-config").args(["--exists", name])).is_some(),
            Sign::Font(name) => ask(Command::new("fc-list").arg(name)).is_some_and(|found| !found.is_empty()),
            Sign::PythonModule(name) => {
                ask(Command::new(python()).args(["-c", &format!("import {name}")])).is_some()
            }
        }
    }
}

fn list(missing: &[&str]) -> Result<()> {
    if missing.is_empty() {
        return Ok(());
    }
    bail!("this is not Debian or Ubuntu; please install what there is called: {}", missing.join(" "))
}

fn is_installed(name: &str) -> bool {
    ask(Command::new("dpkg-query").args(["-W", "-f", "${db:Status-Status}", name]))
        .is_some_and(|status| status == "installed")
}

fn install(missing: &[&str]) -> Result<()> {
    let is_root = ask(Command::new("id").arg("-u")).is_some_and(|id| id == "0");
    if !is_root && !has_program("sudo") {
        bail!("neither root nor sudo; please run as root: apt-get install {}", missing.join(" "));
    }
    println!("This machine lacks these packages, which are installed now: {}", missing.join(" "));
    // Lists that cannot be fetched need not matter: the ones at hand may do.
    if let Err(error) = step(&mut apt_get(is_root, &["update"])) {
        eprintln!("{error:#}; going on with the lists at hand");
    }
    let mut arguments = vec!["install", "--yes", "--no-install-recommends"];
    arguments.extend(missing);
    step(&mut apt_get(is_root, &arguments))
}

/// `apt-get`, asking nothing and waiting for another one to end.
fn apt_get(is_root: bool, arguments: &[&str]) -> Command {
    let mut command = Command::new(if is_root { "env" } else { "sudo" });
    if !is_root {
        command.arg("env");
    }
    command.args([
        "DEBIAN_FRONTEND=noninteractive",
        "apt-get",
        "-o",
        "DPkg::Lock::Timeout=400",
        "-o",
        "DPkg::Use-Pty=0",
        "--quiet",
    ]);
    command.args(arguments);
    command
}
