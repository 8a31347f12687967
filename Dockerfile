# Two commands build and serve the site:
#   docker build --build-arg SITE_URL=https://example.org -t site .
#   docker run --rm -p 8080:8080 site
# The server is Caddy without HTTPS, for a proxy in front of it that has the certificate.

FROM node:24.21.0-bookworm-slim AS build
WORKDIR /site
COPY package.json package-lock.json .npmrc ./
# npm ci runs this file at its end.
COPY src/commands/check-node.mjs src/commands/
RUN npm ci
COPY . .
ARG SITE_URL
ARG BASE_PATH=/
ARG CONTENT_DIR=content
ENV SITE_URL=$SITE_URL BASE_PATH=$BASE_PATH CONTENT_DIR=$CONTENT_DIR PRECOMPRESS=1
RUN npm run build && FOLDER=/srv/site LISTEN=:8080 npm run hosting -- deploy

FROM caddy:2-alpine
COPY --from=build /site/dist /srv/site
COPY --from=build /site/deploy/Caddyfile /etc/caddy/Caddyfile
USER 1000
EXPOSE 8080
