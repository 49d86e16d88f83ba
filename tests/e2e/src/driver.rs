//! The WebDriver process. It runs in a process group of its own that is ended as a whole, because the window
//! outlives its driver after a failure and would hold the test's pipes open.

use std::{
    net::TcpListener,
    os::unix::process::CommandExt,
    path::Path,
    process::{Child, Stdio},
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use mulu_programs::Program;
use rustix::process::{Pid, Signal, kill_process_group};

pub(crate) struct Driver {
    process: Child,
    pub(crate) address: String,
}

impl Driver {
    /// Starts a driver whose windows keep their data below `home`.
    pub(crate) async fn start(home: &Path, environment: &[(String, String)]) -> Result<Self> {
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let process = Program::WebKitWebDriver
            .command()
            .args([format!("--port={port}"), "--host=127.0.0.1".to_owned()])
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .env("XDG_DATA_HOME", home.join("data"))
            .env("XDG_CONFIG_HOME", home.join("config"))
            .env("XDG_CACHE_HOME", home.join("cache"))
            .env("LC_ALL", "C.UTF-8")
            .env("NO_AT_BRIDGE", "1")
            .envs(environment.iter().cloned())
            .process_group(0)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .context("WebKitWebDriver does not start; `./xtask test` installs it")?;
        let mut driver = Self { process, address: format!("http://127.0.0.1:{port}") };
        driver.wait_until_listening(port).await?;
        Ok(driver)
    }

    async fn wait_until_listening(&mut self, port: u16) -> Result<()> {
        let deadline = Instant::now() + Duration::from_secs(20);
        while tokio::net::TcpStream::connect(("127.0.0.1", port)).await.is_err() {
            if let Some(status) = self.process.try_wait()? {
                bail!("WebKitWebDriver ended with {status}");
            }
            if Instant::now() > deadline {
                bail!("WebKitWebDriver does not listen on port {port}");
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        Ok(())
    }
}

impl Driver {
    /// The process group of the driver and its windows.
    pub(crate) fn group(&self) -> Option<Pid> {
        i32::try_from(self.process.id()).ok().and_then(Pid::from_raw)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        if let Some(group) = self.group() {
            // It may have ended by itself.
            let _ = kill_process_group(group, Signal::KILL);
        }
        let _ = self.process.wait();
    }
}
