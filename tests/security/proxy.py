"""nginx with the configuration of docs/nginx, in front of the site. Ports, paths and names alone
are others."""

import http.client
import os
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.security.production import HOST, ROOT, START_WITHIN, Answer, free_port

CONFIGURATION = ROOT / "docs/nginx"
PLACES = ["", "/usr/sbin", "/usr/local/sbin", "/opt/homebrew/bin", ROOT / ".venv/nginx/usr/sbin"]
# What Debian's /etc/nginx/nginx.conf says around it.
AROUND = """
daemon off;
{account}
pid {folder}/nginx.pid;
events {{}}
http {{
    types {{ text/html html; text/css css; text/javascript js; image/svg+xml svg; }}
    access_log {folder}/other.log;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/tscb.conf;
}}
"""


@dataclass(frozen=True)
class Proxy:
    port: int
    plain_port: int
    folder: Path
    server: subprocess.Popen[bytes]

    def ask(
        self, path: str, method: str = "GET", body: bytes | None = None, **headers: str
    ) -> Answer:
        """As a browser does, over HTTPS."""
        connection = http.client.HTTPSConnection(HOST, timeout=40)
        connection.sock = self._context().wrap_socket(
            socket.create_connection(("127.0.0.1", self.port), timeout=40), server_hostname=HOST
        )
        return _answer(connection, method, path, body, headers)

    def ask_plainly(self, path: str, host: str = HOST) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.plain_port, timeout=40)
        return _answer(connection, "GET", path, None, {"Host": host})

    def kept(self) -> set[str]:
        """The addresses of which it keeps an answer."""
        files = [file for file in (self.folder / "cache").rglob("*") if file.is_file()]
        lines = (line for file in files for line in file.read_bytes().split(b"\n"))
        start = f"KEY: https{HOST}".encode()
        return {line.removeprefix(start).decode() for line in lines if line.startswith(start)}

    def log(self) -> str:
        return "".join(file.read_text() for file in self.folder.glob("*.log"))

    def _context(self) -> ssl.SSLContext:
        return ssl.create_default_context(cafile=str(self.folder / "fullchain.pem"))


def _answer(
    connection: http.client.HTTPConnection,
    method: str,
    path: str,
    body: bytes | None,
    headers: dict[str, str],
) -> Answer:
    try:
        connection.request(method, path, body, headers)
        got = connection.getresponse()
        return Answer(got.status, dict(got.headers), got.read().decode())
    finally:
        connection.close()


@contextmanager
def proxying(folder: Path, data: Path, upstream: int) -> Iterator[Proxy]:
    """`data`: the site's DATA_DIR; `upstream`: the port at which it answers."""
    folder.mkdir()
    port, plain = free_port(), free_port()
    make_certificate(folder)
    write_configuration(folder, data, {"443": port, "80": plain, "8001": upstream})
    command = [program(), "-e", str(folder / "start.log"), "-p", str(folder), "-c", "nginx.conf"]
    server = subprocess.Popen(command, cwd=folder)
    try:
        wait_for(port, server, folder)
        yield Proxy(port, plain, folder, server)
    finally:
        server.terminate()
        server.wait(timeout=20)


def program() -> str:
    """The one that `.ci/nginx` found, or one of its places."""
    found = os.environ.get("NGINX") or shutil.which("nginx", path=os.pathsep.join(map(str, PLACES)))
    found = found or shutil.which("nginx")
    assert found, "These tests need nginx: .ci/nginx says how to get it."
    return found


def write_configuration(folder: Path, data: Path, ports: dict[str, int]) -> None:
    account = "user root;" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(AROUND.format(folder=folder, account=account))
    text = (CONFIGURATION / "tscb.conf").read_text()
    for before, after in {
        "    listen [::]:443": "    #",
        "    listen [::]:80": "    #",
        "listen 443": f"listen 127.0.0.1:{ports['443']}",
        "listen 80": f"listen 127.0.0.1:{ports['80']}",
        "127.0.0.1:8001": f"127.0.0.1:{ports['8001']}",
        "/srv/tscb/var": str(data),
        "/etc/ssl/tscb": str(folder),
        "/etc/nginx/tscb-headers.conf": str(CONFIGURATION / "tscb-headers.conf"),
        "/var/cache/nginx/tscb": str(folder / "cache"),
        "/var/log/nginx": str(folder),
    }.items():
        assert before in text
        text = text.replace(before, after)
    (folder / "tscb.conf").write_text(text)


def make_certificate(folder: Path) -> None:
    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.now(UTC)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, HOST)])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(HOST)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    (folder / "fullchain.pem").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    (folder / "privkey.pem").write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )


def wait_for(port: int, server: subprocess.Popen[bytes], folder: Path) -> None:
    for _ in range(START_WITHIN * 10):
        assert server.poll() is None, (folder / "start.log").read_text()
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError("nginx did not start.")
