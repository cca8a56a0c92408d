//! One HTTP request and its answer: GET and HEAD of a file, nothing else. Must never read outside its folder.

use std::io::{BufRead, BufReader, Read, Result, Write};
use std::path::{Component, Path, PathBuf};

use hosting::headers;

/// The longest request that is read, in bytes.
const LONGEST_REQUEST: u64 = 16 * 1024;

/// Reads a request from `stream` and answers it with a file of `folder`.
pub fn to(stream: &mut (impl Read + Write), folder: &Path) -> Result<()> {
    let always = always(folder);
    let Some(request) = Request::read(stream)? else {
        return refuse(stream, &always, "400 Bad Request");
    };
    if request.method != "GET" && request.method != "HEAD" {
        return refuse(stream, &always, "405 Method Not Allowed");
    }
    let Some(file) = file_for(&request.target).map(|path| folder.join(path)) else {
        return refuse(stream, &always, "404 Not Found");
    };
    let compressed = compressed_copy(&file).filter(|_| request.accepts_brotli);
    let Ok(body) = std::fs::read(compressed.as_ref().unwrap_or(&file)) else {
        return refuse(stream, &always, "404 Not Found");
    };
    let encoding =
        if compressed.is_some() { "Content-Encoding: br\r\nVary: Accept-Encoding\r\n" } else { "" };
    let head = head("200 OK", media_type(&file), body.len(), encoding, &always);
    stream.write_all(head.as_bytes())?;
    if request.method == "GET" {
        stream.write_all(&body)?;
    }
    stream.flush()
}

/// What matters of a request.
struct Request {
    method: String,
    target: String,
    accepts_brotli: bool,
}

impl Request {
    /// `None` when it isn't a request of HTTP/1.
    fn read(stream: &mut impl Read) -> Result<Option<Self>> {
        let mut lines = BufReader::new(stream.take(LONGEST_REQUEST)).lines();
        let Some(first) = lines.next().transpose()? else {
            return Ok(None);
        };
        let mut words = first.split(' ');
        let (Some(method), Some(target), Some(version)) = (words.next(), words.next(), words.next()) else {
            return Ok(None);
        };
        if !version.starts_with("HTTP/1.") {
            return Ok(None);
        }
        let mut request =
            Self { method: method.to_owned(), target: target.to_owned(), accepts_brotli: false };
        for line in lines {
            let line = line?.to_ascii_lowercase();
            if line.is_empty() {
                return Ok(Some(request));
            }
            if let Some(encodings) = line.strip_prefix("accept-encoding:") {
                request.accepts_brotli = encodings.split(',').any(|one| one.trim() == "br");
            }
        }
        Ok(None)
    }
}

/// The path below the folder that `target` asks for, or `None` when it asks for anything but a plain file name below
/// it. Names with `%`, with `..` or that begin with a dot or an underscore are not given out: the pages have none, and
/// `_headers` is for the host.
fn file_for(target: &str) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?.strip_prefix('/')?;
    let path =
        if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
    if path.contains(['%', '\\', ':', '\0']) {
        return None;
    }
    let path = PathBuf::from(path);
    let plain = path.components().all(|part| match part {
        Component::Normal(name) => !name.to_string_lossy().starts_with(['.', '_']),
        _ => false,
    });
    plain.then_some(path)
}

fn compressed_copy(file: &Path) -> Option<PathBuf> {
    let mut name = file.as_os_str().to_owned();
    name.push(".br");
    Some(PathBuf::from(name)).filter(|copy| copy.is_file())
}

fn media_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("txt" | "age") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

fn refuse(stream: &mut impl Write, always: &str, status: &str) -> Result<()> {
    let body = format!("{status}\n");
    stream.write_all(head(status, "text/plain; charset=utf-8", body.len(), "", always).as_bytes())?;
    stream.write_all(body.as_bytes())?;
    stream.flush()
}

/// The headers that the folder itself asks for: what is served here is what a study's host would send.
fn always(folder: &Path) -> String {
    let file = std::fs::read_to_string(folder.join(headers::HEADERS_FILE)).unwrap_or_default();
    headers::read(&file).into_iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect()
}

/// The head of an answer, with the headers that every answer has.
fn head(status: &str, media_type: &str, length: usize, more: &str, always: &str) -> String {
    format!(
        "HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\nContent-Length: {length}\r\n\
         Connection: close\r\n{more}{always}\r\n"
    )
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    /// A visitor who sends `request` and keeps what comes back.
    struct Visitor {
        request: Cursor<Vec<u8>>,
        answer: Vec<u8>,
    }

    impl Read for Visitor {
        fn read(&mut self, buffer: &mut [u8]) -> Result<usize> {
            self.request.read(buffer)
        }
    }

    impl Write for Visitor {
        fn write(&mut self, bytes: &[u8]) -> Result<usize> {
            self.answer.write(bytes)
        }
        fn flush(&mut self) -> Result<()> {
            Ok(())
        }
    }

    /// The tests' own folder: a file, and the headers that every answer is to have.
    fn ask(request: &str) -> String {
        let folder = crate::places::root().join("xtask/tests/served");
        let mut visitor = Visitor { request: Cursor::new(request.as_bytes().to_vec()), answer: Vec::new() };
        to(&mut visitor, &folder).unwrap();
        String::from_utf8_lossy(&visitor.answer).into_owned()
    }

    #[test]
    fn a_file_is_given_with_its_length_and_every_header() {
        let answer = ask("GET /greeting.txt HTTP/1.1\r\nHost: a\r\n\r\n");
        assert!(answer.starts_with("HTTP/1.1 200 OK\r\n"), "{answer}");
        assert!(
            answer.contains("\r\nContent-Security-Policy: default-src 'none'\r\nX-Other: 1\r\n"),
            "{answer}"
        );
        assert!(answer.ends_with("\r\n\r\nGood day\n"), "{answer}");
    }

    #[test]
    fn head_sends_no_body() {
        assert!(ask("HEAD /greeting.txt HTTP/1.1\r\n\r\n").ends_with("\r\n\r\n"));
    }

    #[test]
    fn paths_out_of_the_folder_are_refused() {
        for target in [
            "/../Cargo.toml",
            "/checks/../../Cargo.toml",
            "/%2e%2e/Cargo.toml",
            "//etc/passwd",
            "/..\\Cargo.toml",
        ] {
            let answer = ask(&format!("GET {target} HTTP/1.1\r\n\r\n"));
            assert!(answer.starts_with("HTTP/1.1 404"), "{target}: {answer}");
        }
        assert_eq!(file_for("/_headers"), None);
        assert_eq!(file_for("/.stage/x"), None);
    }

    #[test]
    fn an_address_of_a_folder_is_its_page_and_a_query_is_ignored() {
        assert_eq!(file_for("/"), Some(PathBuf::from("index.html")));
        assert_eq!(file_for("/a-1.js?x=/../y"), Some(PathBuf::from("a-1.js")));
    }

    #[test]
    fn what_is_no_request_for_a_file_is_refused() {
        assert!(ask("POST / HTTP/1.1\r\n\r\n").starts_with("HTTP/1.1 405"));
        assert!(ask("hello\r\n\r\n").starts_with("HTTP/1.1 400"));
        assert!(ask("GET / HTTP/1.1\r\nHost: a\r\n").starts_with("HTTP/1.1 400"));
        assert!(ask("").starts_with("HTTP/1.1 400"));
    }
}
