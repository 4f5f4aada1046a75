# syntax=docker/dockerfile:1
# Three stages: the pages are built with everything; the server keeps only what it runs on; no compiler, no package manager.

FROM node:24.21.0-trixie-slim AS manifests
ENV CI=true
WORKDIR /app
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml ./
COPY packages/contract/package.json packages/contract/
COPY packages/db/package.json packages/db/
COPY apps/server/package.json apps/server/
COPY apps/web/package.json apps/web/
COPY bench/package.json bench/

FROM manifests AS pages
RUN npx -y pnpm@12.21.0 install --frozen-lockfile
COPY tsconfig.base.json ./
COPY packages packages
COPY apps/web apps/web
RUN npx -y pnpm@12.21.0 build

# Without optional packages: the image brings its own Node, and PostgreSQL runs beside it, not inside.
FROM manifests AS programs
RUN npx -y pnpm@12.21.0 install --frozen-lockfile --prod --no-optional --filter "@monkey-tracker/server..."
COPY drizzle drizzle
COPY packages packages
COPY apps/server apps/server

FROM node:24.21.0-trixie-slim
LABEL org.opencontainers.image.title="Monkey Tracker" org.opencontainers.image.licenses="MIT"
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
WORKDIR /app
COPY --from=programs /app ./
COPY --from=pages /app/apps/web/dist apps/web/dist
COPY deploy/mt /usr/local/bin/mt
RUN rm -rf /usr/local/lib/node_modules /usr/local/bin/npm /usr/local/bin/npx /usr/local/bin/corepack /usr/local/bin/yarn* /opt/yarn* \
  && mkdir /data && chown node:node /data
USER node
# Secrets that nobody gave, and backups. Everything else can be read-only.
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Without these, Node lets its heap grow far before it tidies up where the machine has much memory.
CMD ["node", "--max-semi-space-size=8", "--max-old-space-size=1024", "apps/server/src/main.ts"]
