//! A strict reader of comma-separated text: it knows the line of each record and refuses what is
//! ambiguous (a quote inside a bare field, text after a closing quote) instead of guessing.

use super::{Place, Problem};

/// One table: its header and its records.
pub struct Table {
    pub file: String,
    pub header: Vec<String>,
    pub records: Vec<Record>,
}

/// One record, and the line on which it begins.
pub struct Record {
    pub line: usize,
    pub fields: Vec<String>,
}

/// Splits text into records; records with the wrong number of fields are reported and left out.
pub fn read(file: &str, text: &str, problems: &mut Vec<Problem>) -> Table {
    let mut records = split(file, text, problems).into_iter();
    let header = records
        .next()
        .map(|record| record.fields)
        .unwrap_or_default();
    if header.is_empty() {
        problems.push(place(file, 1).problem("header", "the file has no header"));
    }
    let mut kept = Vec::new();
    for record in records {
        if record.fields.len() == header.len() {
            kept.push(record);
        } else {
            let reason = format!(
                "{} fields where the header has {}",
                record.fields.len(),
                header.len()
            );
            problems.push(place(file, record.line).problem("record", reason));
        }
    }
    Table {
        file: file.to_owned(),
        header,
        records: kept,
    }
}

fn place(file: &str, line: usize) -> Place {
    Place {
        file: file.to_owned(),
        line,
    }
}

/// What the reader has just seen.
enum State {
    FieldStart,
    Bare,
    Quoted,
    QuoteInQuoted,
}

fn split(file: &str, text: &str, problems: &mut Vec<Problem>) -> Vec<Record> {
    let mut records = Vec::new();
    let mut fields = Vec::new();
    let mut field = String::new();
    let mut state = State::FieldStart;
    let (mut line, mut first_line) = (1, 1);
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    for character in text.chars().filter(|&character| character != '\r') {
        let ends_field = match (&state, character) {
            (State::Quoted, '"') => {
                state = State::QuoteInQuoted;
                false
            }
            (State::Quoted, _) => {
                field.push(character);
                false
            }
            (_, ',' | '\n') => true,
            (State::FieldStart, '"') => {
                state = State::Quoted;
                false
            }
            (State::QuoteInQuoted, '"') => {
                field.push('"');
                state = State::Quoted;
                false
            }
            (State::QuoteInQuoted, _) => {
                problems.push(place(file, line).problem("record", "text after a closing quote"));
                state = State::Bare;
                false
            }
            (State::Bare, '"') => {
                problems.push(place(file, line).problem("record", "a quote inside a bare field"));
                false
            }
            (State::FieldStart | State::Bare, _) => {
                field.push(character);
                state = State::Bare;
                false
            }
        };
        if ends_field {
            fields.push(std::mem::take(&mut field));
            state = State::FieldStart;
        }
        if character == '\n' {
            line += 1;
            if ends_field {
                finish(&mut records, &mut fields, first_line);
                first_line = line;
            }
        }
    }
    match state {
        State::Quoted => {
            problems.push(place(file, first_line).problem("record", "a quote is never closed"));
        }
        State::FieldStart if fields.is_empty() => {}
        _ => {
            fields.push(field);
            finish(&mut records, &mut fields, first_line);
        }
    }
    records
}

/// Ends a record; an empty line is no record.
fn finish(records: &mut Vec<Record>, fields: &mut Vec<String>, line: usize) {
    let fields = std::mem::take(fields);
    if fields.iter().any(|field| !field.is_empty()) || fields.len() > 1 {
        records.push(Record { line, fields });
    }
}
