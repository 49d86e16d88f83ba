//! What the machine must have besides Rust: found out, and on Debian and Ubuntu installed. On other
//! systems the missing things are listed and the command stops: a package manager we never tried is not
//! for us to call.

use std::process::Command;

use anyhow::{Result, bail};
use mulu_programs::{Program, Purpose};

use crate::project::{ask, step};

/// A package without a program that we start, and how to see on another system that its content is there.
struct Package {
    name: &'static str,
    purpose: Purpose,
    sign: Sign,
}

enum Sign {
    Library(&'static str),
    Font(&'static str),
    PythonModule(&'static str),
    Program(&'static str),
}

const fn package(name: &'static str, purpose: Purpose, sign: Sign) -> Package {
    Package { name, purpose, sign }
}

/// What is needed besides the programs of [`Program`].
const PACKAGES: &[Package] = &[
    package("libwebkit2gtk-4.1-dev", Purpose::Window, Sign::Library("webkit2gtk-4.1")),
    package("librsvg2-dev", Purpose::Window, Sign::Library("librsvg-2.0")),
    // To show Chinese on a screen and in other programs' files.
    package("fonts-noto-cjk", Purpose::Window, Sign::Font("Noto Sans CJK SC")),
    package("fonts-noto-cjk", Purpose::Peers, Sign::Font("Noto Sans CJK SC")),
    // Parts of the input method that nobody starts by name.
    package("fcitx5-pinyin", Purpose::InputMethod, Sign::Program("fcitx5")),
    package("fcitx5-frontend-gtk3", Purpose::InputMethod, Sign::Program("fcitx5")),
    package("python3-openpyxl", Purpose::Readers, Sign::PythonModule("openpyxl")),
    package("python3-venv", Purpose::Peers, Sign::PythonModule("ensurepip")),
];

/// Sees that all packages for these purposes are there. Only Linux needs them.
pub(crate) fn provide(purposes: &[Purpose]) -> Result<()> {
    if !cfg!(target_os = "linux") {
        return Ok(());
    }
    let is_wanted = |purpose: &Purpose| purposes.contains(purpose);
    let programs = Program::ALL.iter().filter(|program| program.purposes().iter().any(is_wanted));
    let packages = PACKAGES.iter().filter(|package| is_wanted(&package.purpose));
    let is_debian = Program::AptGet.is_there() && Program::DpkgQuery.is_there();
    let mut missing: Vec<&str> = if is_debian {
        let names = programs.map(|program| program.package()).chain(packages.map(|package| package.name));
        names.filter(|name| !is_installed(name)).collect()
    } else {
        let programs = programs.filter(|program| !program.is_there()).map(|program| program.package());
        programs.chain(packages.filter(|package| !package.is_there()).map(|package| package.name)).collect()
    };
    missing.sort_unstable();
    missing.dedup();
    match missing.is_empty() {
        true => Ok(()),
        false if is_debian => install(&missing),
        false => {
            bail!("this is not Debian or Ubuntu; please install what there is called: {}", missing.join(" "))
        }
    }
}

impl Package {
    fn is_there(&self) -> bool {
        match self.sign {
            Sign::Program(name) => {
                Program::ALL.iter().any(|program| program.name() == name && program.is_there())
            }
            Sign::Library(name) => ask(Program::PkgConfig.command().args(["--exists", name])).is_some(),
            Sign::Font(name) => {
                ask(Program::FcList.command().arg(name)).is_some_and(|found| !found.is_empty())
            }
            Sign::PythonModule(name) => {
                ask(Program::Python.command().args(["-c", &format!("import {name}")])).is_some()
            }
        }
    }
}

fn is_installed(name: &str) -> bool {
    ask(Program::DpkgQuery.command().args(["-W", "-f", "${db:Status-Status}", name]))
        .is_some_and(|status| status == "installed")
}

fn install(missing: &[&str]) -> Result<()> {
    let is_root = ask(Program::Id.command().arg("-u")).is_some_and(|id| id == "0");
    if !is_root && !Program::Sudo.is_there() {
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
    let mut command = if is_root { Program::Env } else { Program::Sudo }.command();
    if !is_root {
        command.arg(Program::Env.name());
    }
    command.args([
        "DEBIAN_FRONTEND=noninteractive",
        Program::AptGet.name(),
        "-o",
        "DPkg::Lock::Timeout=400",
        "-o",
        "DPkg::Use-Pty=0",
        "--quiet",
    ]);
    command.args(arguments);
    command
}
