//! The dependencies, as far as they can be judged without a network: every crate and every npm package comes from its
//! registry and has a licence that goes with ours. Known weaknesses need the list of advisories, which only a machine
//! with a network can fetch; `.github/workflows/ci.yml` asks for it.

use std::fs;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::project::Project;

/// The licences that what we give out may have. An expression with OR needs one of them, with AND all.
const LICENCES: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// Crates whose licence is written down in another way than as an expression, with the day on which it was read.
const READ_BY_HAND: &[(&str, &str)] = &[];

/// Checks both lock files.
pub(crate) fn audit(project: &Project) -> Result<()> {
    let mut faults = crates(project)?;
    faults.extend(npm_packages(project)?);
    match faults.is_empty() {
        true => Ok(()),
        false => bail!("dependencies that cannot be taken:\n  {}", faults.join("\n  ")),
    }
}

fn crates(project: &Project) -> Result<Vec<String>> {
    let output = project.cargo("metadata --format-version 1 --locked").output()?;
    if !output.status.success() {
        bail!("cargo metadata: {}", String::from_utf8_lossy(&output.stderr).trim());
    }
    let metadata: Value = serde_json::from_slice(&output.stdout)?;
    let packages = metadata["packages"].as_array().context("cargo metadata lists no packages")?;
    // Packages without a source are our own.
    let foreign = packages.iter().filter_map(|package| Some((package, package["source"].as_str()?)));
    let mut faults = Vec::new();
    for (package, source) in foreign {
        let name = package["name"].as_str().unwrap_or_default();
        let licence = package["license"].as_str().unwrap_or_default();
        if !source.starts_with("registry+https://github.com/rust-lang/crates.io-index") {
            faults.push(format!("{name} comes from {source}"));
        }
        if !is_allowed(licence) && !READ_BY_HAND.iter().any(|(known, _)| *known == name) {
            faults.push(format!("{name} has the licence {licence:?}"));
        }
    }
    Ok(faults)
}

fn npm_packages(project: &Project) -> Result<Vec<String>> {
    let file = project.root.join("ui/package-lock.json");
    let text = fs::read_to_string(&file).with_context(|| file.display().to_string())?;
    let lock: Value = serde_json::from_str(&text).with_context(|| file.display().to_string())?;
    let packages = lock["packages"].as_object().context("package-lock.json lists no packages")?;
    // Tools that only build the screens are not given out; the package with no name is ours.
    let given_out = packages.iter().filter(|(path, package)| !path.is_empty() && package["dev"] != true);
    let bad = given_out.filter(|(_, package)| !is_allowed(package["license"].as_str().unwrap_or_default()));
    Ok(bad.map(|(path, package)| format!("{path} has the licence {}", package["license"])).collect())
}

/// Whether a licence expression (SPDX) can be met. `/` is how crates wrote OR in former times.
fn is_allowed(expression: &str) -> bool {
    let expression = expression.replace(['(', ')'], "").replace('/', " OR ");
    let is_known = |licence: &str| LICENCES.contains(&licence.trim());
    expression.split(" OR ").any(|choice| choice.split(" AND ").all(is_known))
}
