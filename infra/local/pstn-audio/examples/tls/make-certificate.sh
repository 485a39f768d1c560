#!/bin/sh
# Makes certificate.pem and key.pem in this folder: self-signed, for this machine and two years.
set -eu
cd "$(dirname "$0")"
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 730 \
  -subj /CN=localhost -addext subjectAltName=DNS:localhost,IP:127.0.0.1 \
  -keyout key.pem -out certificate.pem
chmod 600 key.pem
