//! As much of HTTP/1.1 as a static server on 127.0.0.1 needs.

use anyhow::{Context, Result, bail};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;

/// The longest body that is read.
const LONGEST: usize = 1_000_000;

/// A request, with its body.
pub struct Request {
    /// `GET`, `HEAD`, `POST`, …
    pub method: String,
    /// The path with its query.
    pub url: String,
    /// The content.
    pub body: Vec<u8>,
    /// The browser takes brotli.
    pub brotli: bool,
}

impl Request {
    /// Reads the next request of a connection; none when the browser has closed it.
    ///
    /// # Errors
    /// When it is no HTTP request or the connection breaks.
    pub fn read(stream: &mut BufReader<TcpStream>) -> Result<Option<Self>> {
        let first = line(stream)?;
        if first.is_empty() {
            return Ok(None);
        }
        let mut words = first.split(' ').map(str::to_owned);
        let method = words.next().context("no method")?;
        let url = words.next().context("no path")?;
        let (mut length, mut brotli) = (0, false);
        loop {
            let header = line(stream)?;
            let Some((name, value)) = header.split_once(':') else {
                break;
            };
            match name.to_ascii_lowercase().as_str() {
                "content-length" => length = value.trim().parse()?,
                "accept-encoding" => brotli = value.split(',').any(|part| part.trim() == "br"),
                _ => {}
            }
        }
        if length > LONGEST {
            bail!("a body of {length} bytes");
        }
        let mut body = vec![0; length];
        stream.read_exact(&mut body)?;
        Ok(Some(Self {
            method,
            url,
            body,
            brotli,
        }))
    }
}

/// One line without its end.
fn line(stream: &mut BufReader<TcpStream>) -> Result<String> {
    let mut bytes = Vec::new();
    stream.take(16_000).read_until(b'\n', &mut bytes)?;
    Ok(String::from_utf8(bytes)?.trim_end().to_owned())
}

/// An answer.
pub struct Response<'a> {
    /// Such as `200 OK`.
    pub status: &'a str,
    /// Names and values.
    pub headers: Vec<(&'a str, &'a str)>,
    /// The content.
    pub body: &'a [u8],
}

impl Response<'_> {
    /// Sends it; the answer to HEAD has no content.
    ///
    /// # Errors
    /// When the connection breaks.
    pub fn send(&self, stream: &mut TcpStream, head: bool) -> Result<()> {
        let mut text = format!(
            "HTTP/1.1 {}\r\nContent-Length: {}\r\n",
            self.status,
            self.body.len()
        );
        for (name, value) in &self.headers {
            text += &format!("{name}: {value}\r\n");
        }
        let mut bytes = (text + "\r\n").into_bytes();
        if !head {
            bytes.extend_from_slice(self.body);
        }
        stream.write_all(&bytes)?;
        Ok(stream.flush()?)
    }
}
