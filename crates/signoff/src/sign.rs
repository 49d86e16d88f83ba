//! Making signatures and proving one.

use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use jiff::Timestamp;
use mulu_model::{
    Digest, HexBytes, Id,
    signoff::{Action, Excuse, Handoff, Record, RemarkEntry, Signatory, Statement, Step, remarks_digest},
};

use zeroize::Zeroizing;

/// What records and hand-off files made here name as their algorithm.
pub const ALGORITHM: &str = "ed25519+sha256";

/// A signing key out of its seal. Its bytes are wiped when it is dropped.
pub struct Signer(SigningKey);

/// A step that is to be signed.
#[derive(Debug, Clone)]
pub struct NewRecord<'a> {
    /// The catalogue.
    pub catalogue: &'a Id,
    /// The step, as [`State::act`](mulu_model::signoff::State::act) allowed it.
    pub step: Step<'a>,
    /// Who takes it: the person of the step, by name.
    pub person: Signatory,
    /// When.
    pub at: Timestamp,
    /// On what.
    pub content: Digest,
    /// The log of remarks up to now.
    pub remarks: &'a [RemarkEntry],
    /// The reasons for findings that are left as they are.
    pub excuses: Vec<Excuse>,
}

impl Signer {
    /// The key that grows from 32 random bytes.
    pub fn from_seed(seed: &[u8; 32]) -> Self {
        Self(SigningKey::from_bytes(seed))
    }

    /// What it grew from.
    pub(crate) fn seed(&self) -> Zeroizing<[u8; 32]> {
        Zeroizing::new(self.0.to_bytes())
    }

    /// The key by which others prove what this one has signed.
    pub fn public_key(&self) -> HexBytes {
        self.0.verifying_key().to_bytes().into()
    }

    /// Signs a step; `previous` is the catalogue's last record.
    pub fn sign(&self, previous: Option<&Record>, new: NewRecord<'_>) -> Record {
        let last = previous.map(|record| &record.statement);
        let version = last.map_or(1, |last| last.version);
        let statement = Statement {
            seq: last.map_or(0, |last| last.seq).saturating_add(1),
            catalogue: new.catalogue.clone(),
            version: version.saturating_add(u32::from(new.step.action == Action::Revise)),
            person: new.person,
            role: new.step.role,
            action: new.step.action,
            stage: new.step.stage,
            at: new.at,
            content: new.content,
            remark_count: u32::try_from(new.remarks.len()).unwrap_or(u32::MAX),
            remarks: remarks_digest(new.remarks),
            excuses: new.excuses,
            previous: previous.map(Record::digest),
            algorithm: ALGORITHM.to_owned(),
            public_key: self.public_key(),
        };
        let signature = self.sign_bytes(&statement.to_be_signed());
        Record { statement, signature }
    }

    /// Signs a hand-off file, with this key as the sender's.
    pub fn sign_handoff(&self, handoff: &mut Handoff) {
        ALGORITHM.clone_into(&mut handoff.cover.algorithm);
        handoff.cover.public_key = self.public_key();
        handoff.signature = self.sign_bytes(&handoff.to_be_signed());
    }

    fn sign_bytes(&self, bytes: &[u8]) -> HexBytes {
        self.0.sign(bytes).to_bytes().into()
    }
}

impl std::fmt::Debug for Signer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Signer").field(&self.public_key()).finish()
    }
}

/// Whether the signature of these bytes was made with the key's other half.
pub(crate) fn is_signed_by(public_key: &HexBytes, bytes: &[u8], signature: &HexBytes) -> bool {
    let key = public_key.as_bytes().try_into().ok().and_then(|key| VerifyingKey::from_bytes(key).ok());
    let signature = Signature::from_slice(signature.as_bytes()).ok();
    // Strictly: one signature cannot be written in two ways.
    key.zip(signature).is_some_and(|(key, signature)| key.verify_strict(bytes, &signature).is_ok())
}
