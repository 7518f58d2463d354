//! A small static server with the content-security policy that the page must live with.
//! It reads the folder once, so it can serve nothing outside it, and remembers each request.

use anyhow::{Context, Result, anyhow};
use std::collections::HashMap;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use tiny_http::{Header, Method, Request, Response};

use crate::assets::{Asset, collect, kind};

/// The policy of design.md section 7.
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
    style-src 'self'; img-src 'self' data:; connect-src 'self'; manifest-src 'self'; \
    worker-src 'self'; base-uri 'none'; form-action 'none'";

/// Where the watching script reports what went wrong in the page.
const FAULT: &str = "__fault";
/// The watching script.
const WATCH: &str = "__watch.js";

/// How to serve.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// 0 takes any free port.
    pub port: u16,
    /// The folder part of the address, such as `/a/b/`; empty for `/`.
    pub prefix: String,
    /// A script to run before everything else in the page, for tests.
    pub watch: Option<String>,
}

/// A request that was answered.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The path with its query.
    pub url: String,
    /// The status of the answer.
    pub status: u16,
}

#[derive(Default)]
struct Log {
    requests: Mutex<Vec<Entry>>,
    faults: Mutex<Vec<String>>,
}

/// A running server. It stops when dropped.
pub struct Site {
    server: Arc<tiny_http::Server>,
    threads: Vec<JoinHandle<()>>,
    log: Arc<Log>,
    url: String,
}

impl Site {
    /// Serves a folder on 127.0.0.1.
    ///
    /// # Errors
    /// When the folder cannot be read or the port is taken.
    pub fn start(folder: &Path, options: &Options) -> Result<Self> {
        let prefix = if options.prefix.is_empty() {
            "/"
        } else {
            &options.prefix
        };
        let mut assets = HashMap::new();
        collect(folder, prefix, &mut assets)?;
        let index = assets
            .remove(&format!("{prefix}index.html"))
            .with_context(|| format!("{} has no index.html", folder.display()))?;
        assets.insert(prefix.to_owned(), index);
        if let Some(script) = &options.watch {
            watch(&mut assets, prefix, script);
        }
        let address = SocketAddr::from(([127, 0, 0, 1], options.port));
        let server = tiny_http::Server::http(address)
            .map_err(|error| anyhow!("cannot listen on {address}: {error}"))?;
        let port = server
            .server_addr()
            .to_ip()
            .map_or(options.port, |address| address.port());
        let (server, assets, log) = (Arc::new(server), Arc::new(assets), Arc::new(Log::default()));
        let fault = format!("{prefix}{FAULT}");
        let threads = (0..4)
            .map(|_| {
                let (server, assets, log) = (server.clone(), assets.clone(), log.clone());
                let fault = fault.clone();
                thread::spawn(move || {
                    while let Ok(request) = server.recv() {
                        answer(request, &assets, &log, &fault);
                    }
                })
            })
            .collect();
        let url = format!("http://127.0.0.1:{port}{prefix}");
        Ok(Self {
            server,
            threads,
            log,
            url,
        })
    }

    /// The address of the page.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// All requests so far, without the watching script's own.
    #[must_use]
    pub fn requests(&self) -> Vec<Entry> {
        lock(&self.log.requests).clone()
    }

    /// What the watching script reported so far.
    #[must_use]
    pub fn faults(&self) -> Vec<String> {
        lock(&self.log.faults).clone()
    }

    /// Serves until the process ends.
    pub fn wait(mut self) {
        for thread in self.threads.drain(..) {
            thread.join().ok();
        }
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        for _ in &self.threads {
            self.server.unblock();
        }
    }
}

/// A thread that failed while it held the list leaves the list usable.
fn lock<T>(list: &Mutex<T>) -> MutexGuard<'_, T> {
    list.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Adds the watching script as the first thing in the page.
fn watch(assets: &mut HashMap<String, Asset>, prefix: &str, script: &str) {
    if let Some(index) = assets.get_mut(prefix) {
        let tag = format!("<head>\n<script src=\"./{WATCH}\"></script>");
        let page = String::from_utf8_lossy(&index.plain).replacen("<head>", &tag, 1);
        index.plain = page.into_bytes();
        index.brotli = None;
    }
    let asset = Asset {
        kind: kind(WATCH),
        plain: script.as_bytes().to_vec(),
        brotli: None,
        forever: false,
    };
    assets.insert(format!("{prefix}{WATCH}"), asset);
}

fn answer(mut request: Request, assets: &HashMap<String, Asset>, log: &Log, fault: &str) {
    let url = request.url().to_owned();
    let path = url.split('?').next().unwrap_or_default().to_owned();
    if *request.method() == Method::Post && path == fault {
        let mut text = String::new();
        request.as_reader().read_to_string(&mut text).ok();
        lock(&log.faults).push(text);
        request.respond(Response::empty(204)).ok();
        return;
    }
    let found = match request.method() {
        Method::Get | Method::Head => assets.get(&path),
        _ => None,
    };
    let status = if found.is_some() { 200 } else { 404 };
    if !path.ends_with(WATCH) {
        lock(&log.requests).push(Entry { url, status });
    }
    let (body, headers) = found.map_or_else(missing, |asset| reply(asset, packs(&request)));
    let mut response = Response::from_data(body).with_status_code(status);
    for (name, value) in headers {
        if let Ok(header) = Header::from_bytes(name, value) {
            response.add_header(header);
        }
    }
    request.respond(response).ok();
}

type Reply = (Vec<u8>, Vec<(&'static str, &'static str)>);

fn missing() -> Reply {
    let kind = ("Content-Type", "text/plain; charset=utf-8");
    (
        b"not found".to_vec(),
        vec![kind, ("Content-Security-Policy", POLICY)],
    )
}

fn reply(asset: &Asset, packs: bool) -> Reply {
    let keep = if asset.forever {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    let mut headers = vec![
        ("Content-Type", asset.kind),
        ("Content-Security-Policy", POLICY),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "no-referrer"),
        ("Cache-Control", keep),
        ("Vary", "Accept-Encoding"),
    ];
    match &asset.brotli {
        Some(brotli) if packs => {
            headers.push(("Content-Encoding", "br"));
            (brotli.clone(), headers)
        }
        _ => (asset.plain.clone(), headers),
    }
}

/// Does the browser take brotli?
fn packs(request: &Request) -> bool {
    request
        .headers()
        .iter()
        .filter(|header| header.field.equiv("Accept-Encoding"))
        .any(|header| {
            header
                .value
                .as_str()
                .split(',')
                .any(|part| part.trim() == "br")
        })
}
