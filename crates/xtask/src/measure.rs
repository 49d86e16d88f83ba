//! What a program costs, as the system has counted it: processor time and memory of a child process and
//! of those it waited for. Our own memory stays small, because a child's peak starts from it.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use wait4::Wait4;

use crate::project::spelled;

/// What one run has cost.
#[derive(Clone, Copy)]
pub(crate) struct Cost {
    /// Processor time, of the program and the system for it.
    pub(crate) cpu: Duration,
    /// From start to end.
    pub(crate) wall: Duration,
    /// Most memory in use at a time, in bytes.
    pub(crate) peak: u64,
}

/// From this duration on a program is run once: what takes so long varies little.
const LONG: Duration = Duration::from_secs(10);

/// The median of so many runs, each number for itself; the first run alone where that took long.
pub(crate) fn median(runs: usize, mut command: impl FnMut() -> Result<Command>) -> Result<Cost> {
    let first = once(&mut command()?)?;
    if first.wall >= LONG {
        return Ok(first);
    }
    let mut costs = vec![first];
    while costs.len() < runs {
        costs.push(once(&mut command()?)?);
    }
    Ok(Cost {
        cpu: middle(costs.iter().map(|cost| cost.cpu).collect()).unwrap_or(first.cpu),
        wall: middle(costs.iter().map(|cost| cost.wall).collect()).unwrap_or(first.wall),
        peak: middle(costs.iter().map(|cost| cost.peak).collect()).unwrap_or(first.peak),
    })
}

/// The value in the middle of the sorted ones; `None` of nothing.
pub(crate) fn middle<T: Ord + Copy>(mut values: Vec<T>) -> Option<T> {
    values.sort_unstable();
    values.get(values.len() / 2).copied()
}

fn once(command: &mut Command) -> Result<Cost> {
    let line = spelled(command);
    let start = Instant::now();
    let child = command.stdin(Stdio::null()).stdout(Stdio::null()).spawn();
    let used =
        child.with_context(|| format!("{line}: could not be started"))?.wait4().context(line.clone())?;
    let wall = start.elapsed();
    if !used.status.success() {
        bail!("{line}: {}", used.status);
    }
    Ok(Cost { cpu: used.rusage.utime + used.rusage.stime, wall, peak: used.rusage.maxrss })
}
