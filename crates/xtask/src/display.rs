//! A display that nobody sees, for the window in tests and on machines without a screen.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, bail};
use mulu_programs::Program;

/// An X server in memory; it ends with this value.
pub(crate) struct VirtualDisplay {
    server: Child,
    number: String,
}

impl VirtualDisplay {
    /// Starts the server on a display number that is free.
    pub(crate) fn start() -> Result<Self> {
        let server = Program::Xvfb
            .command()
            .args(["-displayfd", "1", "-screen", "0", "1600x1000x24", "-nolisten", "tcp"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("Xvfb could not be started")?;
        let mut display = Self { server, number: String::new() };
        let output = display.server.stdout.take().context("Xvfb has no output")?;
        BufReader::new(output).read_line(&mut display.number).context("Xvfb tells no display")?;
        if display.number.trim().is_empty() {
            bail!("Xvfb ended without opening a display");
        }
        Ok(display)
    }

    /// The command, on this display and with a message bus of its own.
    pub(crate) fn wrap(&self, command: &Command) -> Command {
        let mut wrapped = Program::DbusRunSession.command();
        wrapped.arg("--").arg(command.get_program()).args(command.get_args());
        if let Some(folder) = command.get_current_dir() {
            wrapped.current_dir(folder);
        }
        for (name, value) in command.get_envs() {
            match value {
                Some(value) => wrapped.env(name, value),
                None => wrapped.env_remove(name),
            };
        }
        wrapped
            .env("DISPLAY", format!(":{}", self.number.trim()))
            .env("GDK_BACKEND", "x11")
            .env_remove("WAYLAND_DISPLAY");
        wrapped
    }
}

impl Drop for VirtualDisplay {
    fn drop(&mut self) {
        // A server that is gone already is as good as one that is ended.
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
