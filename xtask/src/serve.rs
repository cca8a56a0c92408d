//! Serves the built pages on this machine, with the headers that a study's host must send. Promises to listen on
//! 127.0.0.1 only and to give out nothing but files below the page's folder. Must never be put on a network: it is for
//! trying and testing.

mod answer;

use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use anyhow::{Context, Result};

use crate::pages::PAGES;
use crate::places;

/// A page being served; dropping it stops the listening.
pub struct Served {
    address: SocketAddr,
    stopped: Arc<AtomicBool>,
}

impl Served {
    /// The address to open in a browser.
    pub fn url(&self) -> String {
        format!("http://{}/", self.address)
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        self.stopped.store(true, Ordering::Release);
        // The listener sees that it is stopped when it wakes up; if this fails it never sleeps again anyway.
        drop(TcpStream::connect(self.address));
    }
}

/// Serves `folder` on `port` of this machine; port 0 takes any that is free.
pub fn start(folder: PathBuf, port: u16) -> Result<Served> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
        .with_context(|| format!("port {port} cannot be used: choose another with --port"))?;
    let address = listener.local_addr().context("a listener has no address")?;
    let stopped = Arc::new(AtomicBool::new(false));
    let seen = Arc::clone(&stopped);
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            if seen.load(Ordering::Acquire) {
                return;
            }
            if let Ok(stream) = stream {
                let folder = folder.clone();
                std::thread::spawn(move || attend(stream, &folder));
            }
        }
    });
    Ok(Served { address, stopped })
}

/// Answers one request. A visitor who went away is no error.
fn attend(mut stream: TcpStream, folder: &std::path::Path) {
    // A browser opens connections ahead of need and may never use them.
    let patience = Some(Duration::from_secs(30));
    if stream.set_read_timeout(patience).is_ok() && stream.set_write_timeout(patience).is_ok() {
        let _gone_away = answer::to(&mut stream, folder);
    }
}

/// Serves both pages, the patient's on `port` and the researcher's on the next, until the program is stopped.
pub fn until_stopped(port: u16) -> Result<()> {
    let next = port.checked_add(1).context("the researcher's page needs the port above the patient's")?;
    let served = [start(places::dist(PAGES[0].name), port)?, start(places::dist(PAGES[1].name), next)?];
    println!(
        "\npatient's page     {}\nresearcher's page  {}\n\nStop with Ctrl+C.",
        served[0].url(),
        served[1].url()
    );
    loop {
        std::thread::park();
    }
}
