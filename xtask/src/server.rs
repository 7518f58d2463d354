//! A small static server with the content-security policy that the page must live with.
//! It reads the folder once, so it can serve nothing outside it, and remembers each request.

use anyhow::{Context, Result, bail};
use std::collections::HashMap;
use std::io::BufReader;
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};

use crate::assets::{Asset, collect, kind};
use crate::http::{Request, Response};

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

/// What all connections share.
struct Shared {
    assets: HashMap<String, Asset>,
    fault: String,
    requests: Mutex<Vec<Entry>>,
    faults: Mutex<Vec<String>>,
    cut: Mutex<Option<String>>,
    stopped: AtomicBool,
}

/// A running server. It takes no more connections when dropped.
pub struct Site {
    shared: Arc<Shared>,
    address: SocketAddr,
    thread: Option<JoinHandle<()>>,
    url: String,
}

impl Site {
    /// Serves a folder on 127.0.0.1.
    ///
    /// # Errors
    /// When the folder cannot be read or the port is taken.
    pub fn start(folder: &Path, options: &Options) -> Result<Self> {
        let given = options.prefix.as_str();
        let prefix = if given.is_empty() { "/" } else { given };
        let mut assets = HashMap::new();
        collect(folder, prefix, &mut assets)?;
        let index = assets
            .remove(&format!("{prefix}index.html"))
            .with_context(|| format!("{} has no index.html", folder.display()))?;
        assets.insert(prefix.to_owned(), index);
        if let Some(script) = &options.watch {
            watch(&mut assets, prefix, script);
        }
        let listener = TcpListener::bind(("127.0.0.1", options.port))
            .with_context(|| format!("cannot listen on port {}", options.port))?;
        let address = listener.local_addr()?;
        let shared = Arc::new(Shared {
            assets,
            fault: format!("{prefix}{FAULT}"),
            requests: Mutex::default(),
            faults: Mutex::default(),
            cut: Mutex::default(),
            stopped: AtomicBool::new(false),
        });
        let accepting = shared.clone();
        let thread = thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if accepting.stopped.load(Ordering::Relaxed) {
                    break;
                }
                // a thread for each connection: a browser keeps several open for long
                let shared = accepting.clone();
                thread::spawn(move || talk(stream, &shared));
            }
        });
        let url = format!("http://{address}{prefix}");
        Ok(Self {
            shared,
            address,
            thread: Some(thread),
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
        lock(&self.shared.requests).clone()
    }

    /// What the watching script reported so far.
    #[must_use]
    pub fn faults(&self) -> Vec<String> {
        lock(&self.shared.faults).clone()
    }

    /// From now on requests whose path contains this get no answer, as where the network is gone;
    /// none of them where nothing is given.
    pub fn cut(&self, part: Option<&str>) {
        *lock(&self.shared.cut) = part.map(str::to_owned);
    }

    /// Serves until the process ends.
    pub fn wait(mut self) {
        if let Some(thread) = self.thread.take() {
            thread.join().ok();
        }
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.shared.stopped.store(true, Ordering::Relaxed);
        // wakes the thread that waits for the next connection
        TcpStream::connect(self.address).ok();
    }
}

/// Answers the requests of a connection, one after the other.
fn talk(stream: TcpStream, shared: &Shared) {
    // a small answer must not wait for the next one
    stream.set_nodelay(true).ok();
    let Ok(mut writer) = stream.try_clone() else {
        return;
    };
    let mut reader = BufReader::new(stream);
    while let Ok(Some(request)) = Request::read(&mut reader) {
        if answer(&request, shared, &mut writer).is_err() {
            break;
        }
    }
}

/// A thread that failed while it held the list leaves the list usable.
fn lock<T>(list: &Mutex<T>) -> MutexGuard<'_, T> {
    list.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Adds the watching script as the first thing in every page.
fn watch(assets: &mut HashMap<String, Asset>, prefix: &str, script: &str) {
    let tag = format!("<head>\n<script src=\"./{WATCH}\"></script>");
    for page in assets
        .values_mut()
        .filter(|asset| asset.kind == kind(".html"))
    {
        let text = String::from_utf8_lossy(&page.plain).replacen("<head>", &tag, 1);
        page.plain = text.into_bytes();
        page.brotli = None;
    }
    let asset = Asset {
        kind: kind(WATCH),
        plain: script.as_bytes().to_vec(),
        brotli: None,
        forever: false,
    };
    assets.insert(format!("{prefix}{WATCH}"), asset);
}

fn answer(request: &Request, shared: &Shared, writer: &mut TcpStream) -> Result<()> {
    let path = request.url.split('?').next().unwrap_or_default();
    let head = request.method == "HEAD";
    if request.method == "POST" && path == shared.fault {
        lock(&shared.faults).push(String::from_utf8_lossy(&request.body).into_owned());
        let nothing = Response {
            status: "204 No Content",
            headers: Vec::new(),
            body: b"",
        };
        return nothing.send(writer, false);
    }
    if lock(&shared.cut)
        .as_deref()
        .is_some_and(|part| path.contains(part))
    {
        bail!("cut off");
    }
    let found = shared
        .assets
        .get(path)
        .filter(|_| head || request.method == "GET");
    if !path.ends_with(WATCH) {
        let status = if found.is_some() { 200 } else { 404 };
        lock(&shared.requests).push(Entry {
            url: request.url.clone(),
            status,
        });
    }
    found
        .map_or_else(missing, |asset| reply(asset, request.brotli))
        .send(writer, head)
}

fn missing<'a>() -> Response<'a> {
    Response {
        status: "404 Not Found",
        headers: vec![
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Security-Policy", POLICY),
        ],
        body: b"not found",
    }
}

fn reply(asset: &Asset, brotli: bool) -> Response<'_> {
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
    let body = match &asset.brotli {
        Some(packed) if brotli => {
            headers.push(("Content-Encoding", "br"));
            packed
        }
        _ => &asset.plain,
    };
    Response {
        status: "200 OK",
        headers,
        body,
    }
}
