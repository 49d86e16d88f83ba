//! Proving and comparing files without a library, and a whole library at once: for scripts.

use std::path::Path;

use mulu_form::revision::VersionLabel;
use mulu_model::{
    Catalogue, Id,
    exchange::read_canonical,
    library::Summary,
    signoff::{ChangeReasons, approvals},
};
use mulu_signoff::{fingerprint, verify_handoff};
use serde::Serialize;

use crate::{
    App, AppError, Choice, Host, Reading,
    handoff::file,
    reading,
    review::{self, Output},
    signing::{altered_problem, code_version, problems_of, proof_problem, read_code},
    trail,
    wire::{CodeAnswer, ExportFormat, Paper, ProofProblem, ReviewEntry, Stage},
};

/// What does not hold of a catalogue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Proved {
    /// The catalogue.
    pub catalogue: Id,
    /// 标题
    pub title: String,
    /// 状态
    pub stage: Stage,
    /// 版本号
    pub version: u32,
    /// The fingerprints of the keys that are taken on trust because only the file names them; none in a library.
    pub fingerprints: Vec<String>,
    /// What does not hold.
    pub problems: Vec<ProofProblem>,
}

impl Proved {
    /// Whether nothing was found but warnings.
    pub fn holds(&self) -> bool {
        self.problems.iter().all(|problem| problem.is_warning)
    }
}

/// What differs between two files.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FileReview {
    /// What has changed, as [`ReviewView::entries`](crate::wire::ReviewView::entries).
    pub entries: Vec<ReviewEntry>,
    /// Changed cells.
    pub changed: u32,
    /// New items.
    pub added: u32,
    /// Items that are gone.
    pub removed: u32,
    /// Items that stand elsewhere.
    pub moved: u32,
}

impl App {
    /// Proves all catalogues in use.
    ///
    /// # Errors
    /// The codes for the library file.
    pub fn prove_all(&self) -> Result<Vec<Proved>, AppError> {
        let mut workspace = self.workspace();
        let in_use = workspace.library.list()?.into_iter().filter(|summary| summary.deleted_at.is_none());
        let keys = workspace.library.keys()?;
        let library_seals = workspace.library.unsealed()?;
        let prove = |summary: Summary| {
            let id = &summary.id;
            workspace.ensure_open(id)?;
            let (trail, versions) = (workspace.trail(id)?, workspace.library.versions(id)?);
            let problems =
                problems_of(&workspace.faults(id, &trail, &keys, &versions, library_seals.clone())?);
            Ok(Proved {
                catalogue: summary.id,
                title: summary.title,
                stage: summary.stage,
                version: summary.version,
                fingerprints: Vec::new(),
                problems,
            })
        };
        in_use.map(prove).collect()
    }

    /// Proves what belongs to no catalogue in use: people, keys, settings, templates, the bin.
    ///
    /// # Errors
    /// The codes for the library file.
    pub fn prove_library(&self) -> Result<Vec<ProofProblem>, AppError> {
        Ok(self.workspace().library.unsealed()?.into_iter().map(altered_problem).collect())
    }
}

/// Proves a hand-off file by the keys that it brings itself.
///
/// # Errors
/// [`AppError::BadHandoff`] and the codes for files.
pub fn prove_handoff(path: &Path, host: &dyn Host) -> Result<Proved, AppError> {
    let file = file::read(path.into())?;
    let keys = file::own_keys(&file, host);
    Ok(Proved {
        title: read_canonical(&file.content).map(|catalogue| catalogue.heading.title).unwrap_or_default(),
        stage: file.cover.stage,
        version: file.cover.version,
        fingerprints: keys.iter().map(|key| fingerprint(&key.public_key)).collect(),
        problems: verify_handoff(&file, &keys).iter().map(proof_problem).collect(),
        catalogue: file.cover.catalogue,
    })
}

/// What a printed check code belongs to among the approved versions in a hand-off file.
///
/// # Errors
/// [`AppError::BadCheckCode`], [`AppError::BadHandoff`] and the codes for files.
pub fn check_code_in_handoff(path: &Path, code: &str, host: &dyn Host) -> Result<CodeAnswer, AppError> {
    let check_code = read_code(code)?;
    let file = file::read(path.into())?;
    let holds = || file::holds(&verify_handoff(&file, &file::own_keys(&file, host)));
    let approval = approvals(&file.records).find(|record| trail::code_of(record) == check_code);
    let version =
        approval.map(|approval| code_version(&file.cover.catalogue, approval, &file.versions, holds()));
    Ok(CodeAnswer { check_code, version })
}

/// Compares two files by the identities in them, and writes the 修订对照表 to `out` where that is wanted.
///
/// # Errors
/// The codes for files, exchange files and hand-off files; [`AppError::UnknownFileKind`] for an `out` of a format
/// that no revision table has, before anything is read.
pub fn compare_files(
    old: &Path,
    new: &Path,
    out: Option<&Path>,
    host: &dyn Host,
) -> Result<FileReview, AppError> {
    let format = |path: &Path| {
        let unknown = || AppError::UnknownFileKind { path: path.display().to_string() };
        ExportFormat::of(path).filter(review::is_for_tables).ok_or_else(unknown)
    };
    let out = out.map(|path| format(path).map(|format| (path, format))).transpose()?;
    let (old, new) = (read(old, host)?, read(new, host)?);
    if let Some((path, format)) = out {
        let label = |version| VersionLabel { version, approved_on: None };
        let output = Output { format, paper: Paper::A3, path, today: host.today() };
        // Files of two PCs tell nothing of why.
        let (old, new) = ((&old.0, label(old.1)), (&new.0, label(new.1)));
        review::write_table(old, new, &ChangeReasons::default(), output)?;
    }
    let (entries, counts) = review::entries(&old.0, &new.0, &|_| String::new());
    Ok(FileReview {
        entries,
        changed: counts.changed,
        added: counts.added,
        removed: counts.removed,
        moved: counts.moved,
    })
}

/// The catalogue in a file, with its version.
fn read(path: &Path, host: &dyn Host) -> Result<(Catalogue, u32), AppError> {
    let Reading { catalogue, steps, .. } = reading::read(path, &Choice::default(), host)?;
    Ok((catalogue, steps.last().map_or(1, |last| last.statement.version)))
}
