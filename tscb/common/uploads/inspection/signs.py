"""How files of some kinds begin."""

ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF")
HEIC = {b"ftyp" + brand for brand in (b"heic", b"heix", b"heim", b"heis", b"mif1", b"msf1")}
PICTURES_IN_MAIL = (*PICTURES, b"GIF8", b"BM", b"II*\0", b"MM\0*")
