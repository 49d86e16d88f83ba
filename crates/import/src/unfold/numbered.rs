//! Items one after the other, cell by cell, each from its number on: what is left of a table where all that told its
//! cells apart is the line, or the blank between two words.

use super::making::{Line, Making, text as text_of};
use crate::{
    Cell,
    lexicon::{
        header, lines, look,
        text::{self, list_number, number},
    },
};

/// So many words of headers must stand one after the other.
const FEWEST_WORDS: usize = 4;
/// How far a number may jump and still begin an item.
const JUMP: u32 = 200;
/// Cells that an item has at least before a number that jumps begins the next one.
const FEWEST_CELLS: usize = 3;
/// Characters that a piece of a name has at most.
const PIECE: usize = 3;
/// Lines by which is seen whether blank lines stand between cells.
const SAMPLE: usize = 12;

/// The rows: lines above the header, the header in two rows, the items, the lines below them.
pub(super) fn rows<'a>(lines: &[Line<'a>]) -> Option<Vec<Vec<Making<'a>>>> {
    if lines.iter().any(|line| line.after.is_some()) {
        return None;
    }
    // Cells without text are there only where something stood between them and their neighbours.
    let cells: Vec<&Cell> = lines.iter().filter_map(|line| line.before).collect();
    pieces_of_lines(&cells)
        .and_then(|pieces| put_together(&pieces))
        .or_else(|| pieces_of_words(&cells).and_then(|pieces| put_together(&pieces)))
}

fn put_together<'a>(pieces: &[Piece<'a>]) -> Option<Vec<Vec<Making<'a>>>> {
    let start = pieces.iter().position(|piece| header::says_number(&piece.text))?;
    let header = Header::at(&pieces[start..])?;
    let (above, below) = (&pieces[..start], &pieces[start + header.pieces..]);
    let mut rows = Rows { rows: above.iter().map(|piece| vec![piece.making()]).collect(), ..Rows::default() };
    rows.header(header);
    let mut at = 0;
    while at < below.len() {
        let again = if header::says_number(&below[at].text) { Header::at(&below[at..]) } else { None };
        match again {
            Some(header) => {
                at += header.pieces;
                rows.header(header);
            }
            None => {
                rows.piece(&below[at]);
                at += 1;
            }
        }
    }
    rows.end_row();
    (rows.items > 1).then_some(rows.rows)
}

/// A line, a stretch of lines, or a word of a line.
struct Piece<'a> {
    cell: &'a Cell,
    text: String,
    /// Whether it stands at the beginning of its line.
    begins: bool,
}

impl<'a> Piece<'a> {
    fn making(&self) -> Making<'a> {
        Making { first: Some(self.cell), text: self.text.clone() }
    }
}

/// A cell is a line; or, where blank lines stand between the words of the header, what stands between blank lines.
fn pieces_of_lines<'a>(cells: &[&'a Cell]) -> Option<Vec<Piece<'a>>> {
    let number = cells.iter().position(|cell| header::says_number(&cell.text))?;
    let sample: Vec<usize> = cells[number..]
        .iter()
        .filter(|cell| !cell.text.is_empty())
        .take(SAMPLE)
        .map(|cell| cell.row)
        .collect();
    let is_spaced = sample.windows(2).filter(|pair| pair[0] + 1 == pair[1]).count() * 4 <= sample.len();
    let mut pieces: Vec<Piece<'a>> = Vec::new();
    let mut before: Option<usize> = None;
    for (at, cell) in cells.iter().enumerate() {
        let goes_on = is_spaced
            && at > number
            && !cell.text.is_empty()
            && before.is_some_and(|row| row + 1 == cell.row);
        match pieces.last_mut().filter(|_| goes_on) {
            Some(piece) => {
                piece.text.push('\n');
                piece.text.push_str(text_of(Some(cell)));
            }
            None => pieces.push(Piece { cell, text: text_of(Some(cell)).to_owned(), begins: true }),
        }
        before = (!cell.text.is_empty()).then_some(cell.row);
    }
    Some(pieces)
}

/// Where the header is one line of words, all below it is words too.
fn pieces_of_words<'a>(cells: &[&'a Cell]) -> Option<Vec<Piece<'a>>> {
    let is_header = |cell: &&Cell| {
        let mut words = cell.text.split_whitespace();
        let known = cell.text.split_whitespace().filter(|word| header::says_header(word)).count();
        words.next().is_some_and(header::says_number) && known > FEWEST_WORDS
    };
    let header = cells.iter().position(is_header)?;
    let line = |cell: &&'a Cell| Piece { cell, text: text_of(Some(cell)).to_owned(), begins: true };
    let words = |cell: &&'a Cell| {
        let cell = *cell;
        let words = cell.text.split_whitespace().enumerate();
        words
            .map(move |(at, word)| Piece { cell, text: word.to_owned(), begins: at == 0 })
            .collect::<Vec<_>>()
    };
    Some(cells[..header].iter().map(line).chain(cells[header..].iter().flat_map(words)).collect())
}

/// The words of a header.
struct Header<'a> {
    words: Vec<Making<'a>>,
    /// How many pieces they take.
    pieces: usize,
}

impl<'a> Header<'a> {
    /// The header at the beginning of the pieces: up to the first number, or as far as words of headers go.
    fn at(pieces: &[Piece<'a>]) -> Option<Self> {
        let mut words: Vec<Making<'a>> = Vec::new();
        let mut known = 0;
        let (mut at, mut end) = (0, (0, 0));
        while at < pieces.len() && words.len() < mulu_model::limits::COLUMNS {
            if number(&pieces[at].text).is_some() {
                end = (at, words.len());
                break;
            }
            let (text, taken) = word(&pieces[at..]);
            if goes_on_with(words.last(), &text) {
                if let Some(before) = words.last_mut() {
                    before.text.push_str(&text);
                }
                known += usize::from(end.1 < words.len());
                end = (at + taken, words.len());
            } else if !text.is_empty() {
                let is_known = header::says_header(&text);
                words.push(Making { first: Some(pieces[at].cell), text });
                known += usize::from(is_known);
                if is_known {
                    end = (at + taken, words.len());
                } else if known * 2 < words.len() {
                    break;
                }
            }
            at += taken;
        }
        words.truncate(end.1);
        (known >= FEWEST_WORDS && known * 10 >= words.len() * 7).then_some(Self { words, pieces: end.0 })
    }
}

/// The longest word that pieces make which stand one after the other, and how many they are.
fn word(pieces: &[Piece<'_>]) -> (String, usize) {
    let joined = |count: usize| pieces[..count].iter().map(|piece| piece.text.as_str()).collect::<String>();
    let is_short = |count: usize| pieces[..count].iter().all(|piece| piece.text.chars().count() <= 6);
    let count = (2..=3)
        .rev()
        .find(|count| *count <= pieces.len() && is_short(*count) && header::is_one_word(&joined(*count)));
    (joined(count.unwrap_or(1)), count.unwrap_or(1))
}

/// Whether a piece is the rest of the header's word before it: what stands in brackets, the end of 乡、镇级, or what
/// the boxes below mean.
fn goes_on_with(before: Option<&Making<'_>>, text: &str) -> bool {
    let is_bracketed = text.starts_with(['(', '（']) && text.ends_with([')', '）']);
    before.is_some() && (is_bracketed || text == "级" || lines::channel_legend(text))
}

#[derive(Default)]
struct Rows<'a> {
    rows: Vec<Vec<Making<'a>>>,
    /// How many items have begun.
    items: usize,
    /// How many columns the header has that are not for √.
    columns: usize,
    /// The number of the item that has begun last since the last header.
    number: Option<u32>,
    /// Whether the lines below the items have begun.
    is_below: bool,
}

impl<'a> Rows<'a> {
    fn header(&mut self, header: Header<'a>) {
        let texts: Vec<&str> = header.words.iter().map(|word| word.text.as_str()).collect();
        let top = header::top_of_header(&texts);
        self.end_row();
        self.columns = header::columns_without_marks(&texts);
        let mut top_words = header.words;
        let bottom = top_words.split_off(top);
        self.rows.extend([top_words, bottom].into_iter().filter(|words| !words.is_empty()));
        (self.number, self.is_below) = (None, false);
    }

    fn piece(&mut self, piece: &Piece<'a>) {
        let number = self.next_number(piece);
        self.is_below = number.is_none() && (self.is_below || lines::is_note(&piece.text));
        if number.is_some() {
            self.end_row();
        }
        match self.rows.last_mut().filter(|_| self.number.is_some() && number.is_none() && !self.is_below) {
            Some(row) => {
                let cells = row.len();
                match row.last_mut().filter(|above| is_one_cell(&above.text, &piece.text, cells)) {
                    Some(above) => above.add(&piece.text),
                    None => row.push(piece.making()),
                }
            }
            None => self.rows.push(vec![piece.making()]),
        }
        if number.is_some() {
            self.number = number;
            self.items += 1;
        }
    }

    /// Puts pieces of names together in the row that ended, as narrow cells broke them, while it has more cells than
    /// there are columns.
    fn end_row(&mut self) {
        let Some(row) = self.rows.last_mut().filter(|_| self.number.is_some()) else { return };
        let is_piece = |cell: &Making<'_>| {
            (1..=PIECE).contains(&cell.text.chars().count())
                && !look::is_tick(&cell.text)
                && number(&cell.text).is_none()
        };
        while row.iter().filter(|cell| !cell.text.is_empty() && !look::is_tick(&cell.text)).count()
            > self.columns
        {
            let names = row.iter().take_while(|cell| cell.text.chars().count() <= 2 * PIECE).count();
            let Some(at) = row[..names].windows(2).position(|pair| pair.iter().all(is_piece)) else { return };
            let rest = row.remove(at + 1);
            row[at].text.push_str(&rest.text);
        }
    }

    /// The number of the item that begins here.
    fn next_number(&self, piece: &Piece<'_>) -> Option<u32> {
        let number = number(&piece.text).map(|(value, _)| value).filter(|_| piece.begins)?;
        let is_digits = piece.text.trim().bytes().all(|byte| byte.is_ascii_digit());
        let is_next = match self.number {
            None => is_digits || number == 1,
            Some(last) => {
                let is_full = self.rows.last().is_some_and(|row| row.len() >= FEWEST_CELLS);
                number == last.saturating_add(1)
                    || is_digits && is_full && (last..=last.saturating_add(JUMP)).contains(&number)
            }
        };
        is_next.then_some(number)
    }
}

/// Whether a piece goes on with the cell before it in a row of so many cells.
fn is_one_cell(above: &str, text: &str, cells: usize) -> bool {
    if above.is_empty() || text.is_empty() {
        return false;
    }
    let leads_on = above.ends_with(['；', ';', '：', ':', '、', '，', ',']) && number(above).is_none();
    let are_boxes = look::is_boxes(above) && look::is_boxes(text);
    let are_places = cells > FEWEST_CELLS && look::names_places(above) && look::names_places(text);
    let is_listed = match (text::listed(above), list_number(text).map(|(number, _)| number)) {
        (Some(last), Some(number)) => last + 1 == number,
        _ => false,
    };
    leads_on || are_boxes || are_places || is_listed || text::closes(above, text)
}
