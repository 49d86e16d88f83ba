//! A real Chinese input method: fcitx5 with pinyin, on a display of its own with a window manager, because text goes
//! to the window that has the focus, and with a message bus of its own, so that it meets no other fcitx5.

use std::{
    fs::{self, DirBuilder},
    io::{BufRead, BufReader},
    os::unix::fs::DirBuilderExt,
    path::Path,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use anyhow::{Context, Result, ensure};
use mulu_programs::Program;
use tempfile::TempDir;

/// How long any part of it may take to be there.
const PATIENCE: Duration = Duration::from_secs(20);

/// Milliseconds from key to key: a quick typist.
const PACE: &str = "30";

/// Pinyin is the method, beside the plain keyboard.
const PROFILE: &str = "[Groups/0]
Name=Default
Default Layout=us
DefaultIM=pinyin

[Groups/0/Items/0]
Name=keyboard-us
Layout=

[Groups/0/Items/1]
Name=pinyin
Layout=

[GroupOrder]
0=Default
";

/// It is on in each new field.
const CONFIG: &str = "[Behavior]
ActiveByDefault=True
ShareInputState=All
";

/// The input method in use; it ends with this value.
pub struct InputMethod {
    environment: Vec<(String, String)>,
    // Ended last to first: the display after those that are on it.
    processes: Vec<Child>,
    // It learns and rewrites its files, so that each has a fresh home.
    _home: TempDir,
}

impl InputMethod {
    /// Starts it and waits until it is ready.
    pub fn start() -> Result<Self> {
        let home = TempDir::with_prefix("mulu-input-")?;
        let settings = home.path().join(".config/fcitx5");
        fs::create_dir_all(&settings)?;
        fs::write(settings.join("profile"), PROFILE)?;
        fs::write(settings.join("config"), CONFIG)?;
        let runtime = home.path().join("runtime");
        DirBuilder::new().mode(0o700).create(&runtime)?;

        let mut this = Self { environment: Vec::new(), processes: Vec::new(), _home: home };
        let display = this.told(Program::Xvfb.command().args([
            "-displayfd",
            "1",
            "-screen",
            "0",
            "1600x1000x24",
            "-nolisten",
            "tcp",
        ]))?;
        let bus =
            this.told(Program::DbusDaemon.command().args(["--session", "--nofork", "--print-address=1"]))?;
        this.environment = [
            ("DISPLAY", format!(":{display}").as_str()),
            ("DBUS_SESSION_BUS_ADDRESS", &bus),
            ("HOME", text(this._home.path())?),
            ("XDG_RUNTIME_DIR", text(&runtime)?),
            ("LC_ALL", "C.UTF-8"),
            ("GDK_BACKEND", "x11"),
            ("GTK_IM_MODULE", "fcitx"),
            ("XMODIFIERS", "@im=fcitx"),
            ("NO_AT_BRIDGE", "1"),
        ]
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .to_vec();
        this.run(Program::Openbox, &[])?;
        this.run(Program::Fcitx, &["--disable", "notificationitem,notifications"])?;
        let owner = ["--session", "--print-reply", "--dest=org.freedesktop.DBus", "/org/freedesktop/DBus"];
        let question = ["org.freedesktop.DBus.NameHasOwner", "string:org.fcitx.Fcitx5"];
        this.until("fcitx5 is on the bus", || {
            let answer = this.command(Program::DbusSend).args(owner).args(question).output()?;
            Ok(String::from_utf8_lossy(&answer.stdout).contains("boolean true"))
        })?;
        Ok(this)
    }

    /// What a program needs to be told to be on its display and to use it.
    pub(crate) fn environment(&self) -> &[(String, String)] {
        &self.environment
    }

    /// Waits until it is on in the field that has the focus.
    pub fn until_on(&self) -> Result<()> {
        self.until("pinyin is on", || {
            Ok(self.command(Program::FcitxRemote).output()?.stdout.trim_ascii() == b"2")
        })
    }

    /// Presses the keys one after the other, named as X names them: `z h o n g space`.
    pub fn press(&self, keys: &str) -> Result<()> {
        let mut command = self.command(Program::Xdotool);
        command.args(["key", "--delay", PACE]).args(keys.split_whitespace());
        ensure!(command.status().context("xdotool does not start")?.success(), "xdotool key {keys}");
        Ok(())
    }

    /// Types letters, each a key.
    pub fn letters(&self, letters: &str) -> Result<()> {
        let keys: Vec<String> = letters.chars().map(String::from).collect();
        self.press(&keys.join(" "))
    }

    fn until(&self, what: &str, mut is_so: impl FnMut() -> Result<bool>) -> Result<()> {
        let deadline = Instant::now() + PATIENCE;
        while !is_so()? {
            ensure!(Instant::now() < deadline, "it never happened that {what}");
            std::thread::sleep(Duration::from_millis(25));
        }
        Ok(())
    }

    fn command(&self, program: Program) -> Command {
        let mut command = program.command();
        command.envs(self.environment.iter().cloned()).stdin(Stdio::null()).stderr(Stdio::null());
        command
    }

    fn run(&mut self, program: Program, arguments: &[&str]) -> Result<()> {
        let process = self.command(program).args(arguments).stdout(Stdio::null()).spawn();
        self.processes.push(
            process
                .with_context(|| format!("{} does not start; `./xtask test` installs it", program.name()))?,
        );
        Ok(())
    }

    /// Starts a process that tells one line when it is ready.
    fn told(&mut self, command: &mut Command) -> Result<String> {
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let process = command.spawn().with_context(|| format!("{command:?} does not start"))?;
        self.processes.push(process);
        let output = self.processes.last_mut().and_then(|process| process.stdout.take());
        let mut line = String::new();
        BufReader::new(output.context("it has an output")?).read_line(&mut line)?;
        ensure!(!line.trim().is_empty(), "{command:?} ended at once");
        Ok(line.trim().to_owned())
    }
}

impl Drop for InputMethod {
    fn drop(&mut self) {
        for process in self.processes.iter_mut().rev() {
            // It may have ended by itself.
            let _ = process.kill();
            let _ = process.wait();
        }
    }
}

fn text(path: &Path) -> Result<&str> {
    path.to_str().context("a folder for tests has a plain name")
}
