//! People, who is working, and what the office has set.
//!
//! Who is working is held in memory and nowhere else, and only as an identity: a PIN opens the key for as long as one
//! step takes.

use std::collections::HashMap;

use jiff::{SignedDuration, Timestamp};
use mulu_model::{
    HexBytes, Id,
    library::{KeptPerson, PeopleAct, PeopleEntry},
    limits,
    signoff::{KnownKey, Person, Role, SealedKey, Tries},
};
use mulu_signoff::{OpenError, Signer, fingerprint, open, reseal, seal, wait};
use zeroize::Zeroizing;

use crate::{
    App, AppError, Host,
    error::from::count,
    wire::{KeyView, OfficeView, PeopleStep, PersonDraft, PersonView, Policy},
    workspace::Workspace,
};

impl App {
    /// Who works with this library.
    ///
    /// # Errors
    /// Here and below: the codes for the library file.
    pub fn office(&self) -> Result<OfficeView, AppError> {
        self.workspace().office()
    }

    /// Makes a person and returns the identity. The first one may be made by anybody, becomes 管理 too, and is
    /// then working.
    ///
    /// # Errors
    /// [`AppError::NotAnAdministrator`], [`AppError::BadPerson`], [`AppError::NameTaken`],
    /// [`AppError::BadPin`].
    pub fn add_person(&self, mut person: PersonDraft, pin: &str) -> Result<Id, AppError> {
        let mut workspace = self.workspace();
        let people = workspace.library.people()?;
        let id = self.host.new_id();
        let is_first = people.is_empty();
        let by = if is_first { id.clone() } else { workspace.administrator()? };
        if is_first {
            person.roles.push(Role::Administrator);
            person.is_active = true;
        }
        let (public_key, sealed_key) = new_key(&*self.host, pin)?;
        let person = checked(person, &id, public_key, &people)?;
        let kept = KeptPerson { person, sealed_key, tries: Tries::default() };
        workspace.library.keep_person(&kept, &self.entry(by, &id, PeopleAct::Added))?;
        if is_first {
            workspace.working = Some(id.clone());
        }
        Ok(id)
    }

    /// Changes name, unit, roles, or whether the person may act.
    ///
    /// # Errors
    /// [`AppError::NotAnAdministrator`], [`AppError::NoPerson`], [`AppError::BadPerson`],
    /// [`AppError::NameTaken`], [`AppError::LastAdministrator`].
    pub fn change_person(&self, id: &Id, person: PersonDraft) -> Result<OfficeView, AppError> {
        let mut workspace = self.workspace();
        let by = workspace.administrator()?;
        let people = workspace.library.people()?;
        let kept = people.iter().find(|kept| kept.person.id == *id).ok_or_else(|| no_person(id))?;
        let was_active = kept.person.is_active;
        let person = checked(person, id, kept.person.public_key.clone(), &people)?;
        let others = people.iter().map(|kept| &kept.person).filter(|other| other.id != *id);
        if !others.chain([&person]).any(is_administrator) {
            return Err(AppError::LastAdministrator);
        }
        let act = match (was_active, person.is_active) {
            (true, false) => PeopleAct::Removed,
            (false, true) => PeopleAct::Returned,
            _ => PeopleAct::Changed,
        };
        workspace.library.keep_person(&KeptPerson { person, ..kept.clone() }, &self.entry(by, id, act))?;
        workspace.office()
    }

    /// Gives the one who is working another PIN; the key stays.
    ///
    /// # Errors
    /// [`AppError::NobodyIsWorking`], [`AppError::WrongPin`], [`AppError::MustWait`], [`AppError::BadPin`].
    pub fn change_pin(&self, old: &str, new: &str) -> Result<(), AppError> {
        let mut workspace = self.workspace();
        let kept = workspace.working()?;
        let signer = workspace.signer(&kept, old, self.host.now())?;
        let (salt, nonce) = salt_and_nonce(&*self.host)?;
        let sealed_key = reseal(&signer, new, salt, nonce)?;
        let id = kept.person.id.clone();
        let kept = KeptPerson { sealed_key, tries: Tries::default(), ..kept };
        Ok(workspace.library.keep_person(&kept, &self.entry(id.clone(), &id, PeopleAct::PinChanged))?)
    }

    /// Gives a person another PIN, and with it another key.
    ///
    /// # Errors
    /// [`AppError::NotAnAdministrator`], [`AppError::NoPerson`], [`AppError::BadPin`].
    pub fn reset_pin(&self, id: &Id, pin: &str) -> Result<OfficeView, AppError> {
        let mut workspace = self.workspace();
        let by = workspace.administrator()?;
        let mut kept = workspace.person(id)?;
        (kept.person.public_key, kept.sealed_key) = new_key(&*self.host, pin)?;
        kept.tries = Tries::default();
        workspace.library.keep_person(&kept, &self.entry(by, id, PeopleAct::KeyReset))?;
        workspace.office()
    }

    /// A person begins to work, with the PIN.
    ///
    /// # Errors
    /// [`AppError::NoPerson`], [`AppError::WrongPin`], [`AppError::MustWait`], [`AppError::LostKey`].
    pub fn start_working(&self, id: &Id, pin: &str) -> Result<OfficeView, AppError> {
        let mut workspace = self.workspace();
        let kept = workspace.person(id)?;
        if !kept.person.is_active {
            return Err(no_person(id));
        }
        workspace.signer(&kept, pin, self.host.now())?;
        workspace.working = Some(id.clone());
        workspace.office()
    }

    /// Nobody is working any more; the window also calls this after a while without a key.
    ///
    /// # Errors
    /// The codes for the library file.
    pub fn stop_working(&self) -> Result<OfficeView, AppError> {
        let mut workspace = self.workspace();
        workspace.working = None;
        workspace.office()
    }

    /// Sets what the office wants.
    ///
    /// # Errors
    /// [`AppError::NotAnAdministrator`]
    pub fn set_policy(&self, policy: Policy) -> Result<OfficeView, AppError> {
        let mut workspace = self.workspace();
        workspace.administrator()?;
        workspace.library.set_policy(policy)?;
        workspace.office()
    }

    fn entry(&self, by: Id, person: &Id, act: PeopleAct) -> PeopleEntry {
        PeopleEntry { at: self.host.now(), by, person: person.clone(), act }
    }
}

impl Workspace {
    /// Who is working and may still act.
    ///
    /// # Errors
    /// [`AppError::NobodyIsWorking`]
    pub(crate) fn working(&self) -> Result<KeptPerson, AppError> {
        let id = self.working.as_ref().ok_or(AppError::NobodyIsWorking)?;
        let found = self.library.people()?.into_iter().find(|kept| kept.person.id == *id);
        found.filter(|kept| kept.person.is_active).ok_or(AppError::NobodyIsWorking)
    }

    /// The one who is working, where that is 管理.
    ///
    /// # Errors
    /// [`AppError::NotAnAdministrator`], also where nobody is working.
    pub(crate) fn administrator(&self) -> Result<Id, AppError> {
        match self.working() {
            Ok(kept) if is_administrator(&kept.person) => Ok(kept.person.id),
            Ok(_) | Err(AppError::NobodyIsWorking) => Err(AppError::NotAnAdministrator),
            Err(error) => Err(error),
        }
    }

    /// The key of a person, for as long as one step takes. What is known of wrong tries is kept.
    ///
    /// # Errors
    /// [`AppError::WrongPin`], [`AppError::MustWait`], [`AppError::LostKey`].
    pub(crate) fn signer(
        &mut self,
        kept: &KeptPerson,
        pin: &str,
        now: Timestamp,
    ) -> Result<Signer, AppError> {
        let KeptPerson { person, sealed_key, tries } = kept;
        let left = wait(*tries, now);
        if left > SignedDuration::ZERO {
            // The clock was set back: the wait begins now, and not when the clock has caught up.
            if tries.last_at.is_some_and(|last_at| last_at > now) {
                self.library.keep_tries(&person.id, Tries { last_at: Some(now), ..*tries })?;
            }
            return Err(AppError::MustWait { wait: seconds(left) });
        }
        match open(sealed_key, &person.public_key, pin) {
            Ok(signer) => {
                if *tries != Tries::default() {
                    self.library.keep_tries(&person.id, Tries::default())?;
                }
                Ok(signer)
            }
            Err(OpenError::Unusable) => Err(AppError::LostKey),
            Err(OpenError::WrongPin) => {
                let tries = Tries { failed: tries.failed.saturating_add(1), last_at: Some(now) };
                self.library.keep_tries(&person.id, tries)?;
                Err(AppError::WrongPin { wait: seconds(wait(tries, now)) })
            }
        }
    }

    fn person(&self, id: &Id) -> Result<KeptPerson, AppError> {
        let found = self.library.people()?.into_iter().find(|kept| kept.person.id == *id);
        found.ok_or_else(|| no_person(id))
    }

    fn office(&self) -> Result<OfficeView, AppError> {
        let people: Vec<Person> = self.library.people()?.into_iter().map(|kept| kept.person).collect();
        let keys = self.library.keys()?;
        // The name that somebody has now; of people elsewhere the one that came with the key.
        let mut names: HashMap<&Id, &str> = keys.iter().map(|key| (&key.person, key.name.as_str())).collect();
        names.extend(people.iter().map(|person| (&person.id, person.name.as_str())));
        let log = self.library.people_log()?;
        let current = self.working().map(|kept| kept.person.id);
        Ok(OfficeView {
            current: current.ok(),
            policy: self.library.policy()?,
            keys: keys.iter().filter(|key| key.is_foreign).map(key_view).collect(),
            log: log.iter().rev().map(|entry| people_step(entry, &names)).collect(),
            people: people.iter().map(person_view).collect(),
        })
    }
}

fn no_person(id: &Id) -> AppError {
    AppError::NoPerson { id: id.to_string() }
}

fn is_administrator(person: &Person) -> bool {
    person.is_active && person.roles.contains(&Role::Administrator)
}

/// The person of a draft, where there can be such a one beside the others.
fn checked(
    draft: PersonDraft,
    id: &Id,
    public_key: HexBytes,
    people: &[KeptPerson],
) -> Result<Person, AppError> {
    let PersonDraft { name, unit, roles, is_active } = draft;
    let [name, unit] = [name, unit].map(|text| text.trim().to_owned());
    if name.is_empty() || roles.is_empty() || name.contains(char::is_control) {
        return Err(AppError::BadPerson);
    }
    if [&name, &unit].iter().any(|text| text.chars().count() > limits::NAME_CHARS) {
        return Err(AppError::TextTooLong { max: count(limits::NAME_CHARS) });
    }
    let mut others = people.iter().map(|kept| &kept.person).filter(|other| other.id != *id);
    if others.any(|other| other.name == name && other.unit == unit) {
        return Err(AppError::NameTaken);
    }
    Ok(Person { id: id.clone(), name, unit, roles: roles.into_iter().collect(), public_key, is_active })
}

fn new_key(host: &dyn Host, pin: &str) -> Result<(HexBytes, SealedKey), AppError> {
    let seed = host.random()?;
    let (salt, nonce) = salt_and_nonce(host)?;
    let sealed_key = seal(&seed, pin, salt, nonce)?;
    Ok((Signer::from_seed(&seed).public_key(), sealed_key))
}

fn salt_and_nonce(host: &dyn Host) -> Result<([u8; 16], [u8; 12]), AppError> {
    let bytes: Zeroizing<[u8; 32]> = host.random()?;
    Ok((std::array::from_fn(|at| bytes[at]), std::array::from_fn(|at| bytes[16 + at])))
}

/// Whole seconds, rounded up: a wait that is shown is never too short.
fn seconds(left: SignedDuration) -> u32 {
    let whole = left.as_secs() + i64::from(left.subsec_nanos() > 0);
    u32::try_from(whole).unwrap_or(0)
}

fn person_view(person: &Person) -> PersonView {
    PersonView {
        id: person.id.clone(),
        name: person.name.clone(),
        unit: person.unit.clone(),
        roles: person.roles.iter().copied().collect(),
        is_active: person.is_active,
        fingerprint: fingerprint(&person.public_key),
    }
}

fn key_view(key: &KnownKey) -> KeyView {
    KeyView {
        name: key.name.clone(),
        unit: key.unit.clone(),
        fingerprint: fingerprint(&key.public_key),
        since: key.since.to_string(),
    }
}

fn people_step(entry: &PeopleEntry, names: &HashMap<&Id, &str>) -> PeopleStep {
    let name = |id: &Id| names.get(id).map(|name| (*name).to_owned()).unwrap_or_default();
    let is_first = entry.act == PeopleAct::Added && entry.by == entry.person;
    PeopleStep {
        at: entry.at.to_string(),
        by: if is_first { String::new() } else { name(&entry.by) },
        act: entry.act,
        name: name(&entry.person),
    }
}
