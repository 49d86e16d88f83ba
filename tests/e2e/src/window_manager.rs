//! What a window manager does when its close button is pressed: it asks the window to close. Virtual displays have
//! no window manager, so the few requests of the X protocol (version 11) are spoken here. Only displays of this
//! machine are reached.

use std::{
    env, fs,
    io::{Read, Write},
    os::unix::net::UnixStream,
    path::PathBuf,
};

use anyhow::{Context, Result, ensure};
use rustix::process::{Pid, getpgid};

const INTERN_ATOM: u8 = 16;
const QUERY_TREE: u8 = 15;
const GET_PROPERTY: u8 = 20;
const SEND_EVENT: u8 = 25;
const GET_INPUT_FOCUS: u8 = 43;
const CLIENT_MESSAGE: u8 = 33;

/// Asks every window of the process group to close. Returns the processes that own one.
pub(crate) fn ask_to_close(group: Pid) -> Result<Vec<Pid>> {
    let mut display = Display::open()?;
    let protocols = display.atom("WM_PROTOCOLS")?;
    let delete = display.atom("WM_DELETE_WINDOW")?;
    let process_id = display.atom("_NET_WM_PID")?;
    let mut asked = Vec::new();
    for window in display.windows()? {
        let owner = display
            .property(window, process_id)?
            .first()
            .and_then(|id| Pid::from_raw(i32::try_from(*id).ok()?));
        let Some(owner) = owner.filter(|owner| getpgid(Some(*owner)) == Ok(group)) else { continue };
        if display.property(window, protocols)?.contains(&delete) {
            display.send_message(window, protocols, delete)?;
            asked.push(owner);
        }
    }
    // An answer means that all before it was taken.
    display.request(GET_INPUT_FOCUS, 0, &[])?;
    display.answer()?;
    Ok(asked)
}

struct Display {
    stream: UnixStream,
    root: u32,
}

impl Display {
    /// Connects to the display that `DISPLAY` names.
    fn open() -> Result<Self> {
        let name = env::var("DISPLAY").context("DISPLAY names no display")?;
        let number =
            name.rsplit(':').next().and_then(|rest| rest.split('.').next()).unwrap_or_default().to_owned();
        let stream = UnixStream::connect(format!("/tmp/.X11-unix/X{number}"))
            .with_context(|| format!("display {name} cannot be reached"))?;
        let mut display = Self { stream, root: 0 };
        display.root = display.greet(&cookie(&number).unwrap_or_default())?;
        Ok(display)
    }

    /// Logs in; returns the root window.
    fn greet(&mut self, cookie: &[u8]) -> Result<u32> {
        const METHOD: &[u8] = b"MIT-MAGIC-COOKIE-1";
        let mut hello = vec![b'l', 0];
        for number in [11, 0, METHOD.len(), cookie.len(), 0] {
            hello.extend(u16::try_from(number)?.to_le_bytes());
        }
        hello.extend(padded(METHOD));
        hello.extend(padded(cookie));
        self.stream.write_all(&hello)?;
        let mut head = [0; 8];
        self.stream.read_exact(&mut head)?;
        ensure!(head[0] == 1, "the display refuses the connection");
        let mut facts = vec![0; 4 * usize::from(u16::from_le_bytes([head[6], head[7]]))];
        self.stream.read_exact(&mut facts)?;
        let vendor = usize::from(u16::from_le_bytes([facts[16], facts[17]])).next_multiple_of(4);
        let formats = usize::from(facts[21]);
        number_at(&facts, 32 + vendor + 8 * formats)
    }

    fn atom(&mut self, name: &str) -> Result<u32> {
        let length = u32::try_from(name.len())?;
        self.request(INTERN_ATOM, 0, &[&length.to_le_bytes(), &padded(name.as_bytes())])?;
        number_at(&self.answer()?, 8)
    }

    /// All windows, however deep.
    fn windows(&mut self) -> Result<Vec<u32>> {
        let mut found = vec![self.root];
        let mut next = 0;
        while let Some(&window) = found.get(next) {
            self.request(QUERY_TREE, 0, &[&window.to_le_bytes()])?;
            let answer = self.answer()?;
            found.extend(numbers(answer.get(32..).unwrap_or_default()));
            next += 1;
        }
        Ok(found)
    }

    /// The numbers of a property; none where the window has no such property.
    fn property(&mut self, window: u32, property: u32) -> Result<Vec<u32>> {
        const ANY_TYPE: u32 = 0;
        const MOST: u32 = 32;
        let words = [window, property, ANY_TYPE, 0, MOST].map(u32::to_le_bytes);
        self.request(GET_PROPERTY, 0, &[words.as_flattened()])?;
        let answer = self.answer()?;
        Ok(numbers(answer.get(32..).unwrap_or_default()).collect())
    }

    fn send_message(&mut self, window: u32, kind: u32, word: u32) -> Result<()> {
        const FORMAT_32: u8 = 32;
        let words = [window, kind, word, 0, 0, 0, 0].map(u32::to_le_bytes);
        let target = [window, 0].map(u32::to_le_bytes);
        let message = [CLIENT_MESSAGE, FORMAT_32, 0, 0];
        self.request(SEND_EVENT, 0, &[target.as_flattened(), &message, words.as_flattened()])
    }

    fn request(&mut self, code: u8, detail: u8, body: &[&[u8]]) -> Result<()> {
        let body = body.concat();
        let words = u16::try_from(1 + body.len() / 4)?;
        let mut bytes = vec![code, detail];
        bytes.extend(words.to_le_bytes());
        bytes.extend(body);
        Ok(self.stream.write_all(&bytes)?)
    }

    /// The next answer; what else the display says, such as of windows that are gone, is passed over as empty.
    fn answer(&mut self) -> Result<Vec<u8>> {
        let mut answer = vec![0; 32];
        self.stream.read_exact(&mut answer)?;
        if answer[0] != 1 {
            return Ok(answer);
        }
        let more = 4 * usize::try_from(number_at(&answer, 4)?)?;
        answer.resize(32 + more, 0);
        self.stream.read_exact(&mut answer[32..])?;
        Ok(answer)
    }
}

/// What lets this user into the display.
fn cookie(display: &str) -> Option<Vec<u8>> {
    let file = env::var_os("XAUTHORITY")
        .map(PathBuf::from)
        .or_else(|| Some(env::home_dir()?.join(".Xauthority")))?;
    let bytes = fs::read(file).ok()?;
    let mut rest = bytes.as_slice();
    while rest.len() > 2 {
        rest = &rest[2..];
        let [_address, number, _method, cookie] =
            [part(&mut rest)?, part(&mut rest)?, part(&mut rest)?, part(&mut rest)?];
        if number.is_empty() || number == display.as_bytes() {
            return Some(cookie.to_vec());
        }
    }
    None
}

/// Takes a text with its length before it.
fn part<'a>(rest: &mut &'a [u8]) -> Option<&'a [u8]> {
    let (length, after) = rest.split_first_chunk::<2>()?;
    let (text, after) = after.split_at_checked(usize::from(u16::from_be_bytes(*length)))?;
    *rest = after;
    Some(text)
}

fn padded(bytes: &[u8]) -> Vec<u8> {
    let mut padded = bytes.to_vec();
    padded.resize(bytes.len().next_multiple_of(4), 0);
    padded
}

fn numbers(bytes: &[u8]) -> impl Iterator<Item = u32> + '_ {
    bytes.as_chunks::<4>().0.iter().map(|chunk| u32::from_le_bytes(*chunk))
}

fn number_at(bytes: &[u8], at: usize) -> Result<u32> {
    let bytes = bytes.get(at..).context("the display's answer is too short")?;
    numbers(bytes).next().context("the display's answer is too short")
}
