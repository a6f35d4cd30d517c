# Builds with development packages, and leaves them behind.
# Nothing in the packages is compiled here, so that one build serves every processor.
FROM --platform=$BUILDPLATFORM node:24-bookworm-slim AS build
WORKDIR /app
# Packages have a layer of their own: it is made again only if their list changes.
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY . .
# Learning from the packs is part of the image, so that the first question is answered by what was learned.
RUN npm run build && WENDA_CACHE=/cache npm run --silent knowledge -- prepare && npm prune --omit=dev --ignore-scripts

FROM node:24-bookworm-slim
# For knowledge from a repository.
RUN apt-get update && apt-get install --yes --no-install-recommends git ca-certificates && rm -rf /var/lib/apt/lists/*
# The C library would keep what learning threads give back: with one arena it takes some 45 MB less.
ENV MALLOC_ARENA_MAX=1
ENV NODE_ENV=production WEB_HOST=0.0.0.0 WEB_PORT=8080 DATABASE_URL=sqlite:/data/wenda.db WENDA_CACHE=/data/cache
WORKDIR /app
COPY --from=build /app/package.json /app/LICENSE /app/NOTICE ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY --from=build /app/locales ./locales
COPY --from=build /app/knowledge ./knowledge
COPY --from=build /app/src/platforms/web/assets ./src/platforms/web/assets
COPY --from=build /app/src/site/assets ./src/site/assets
# What is written: the database and what is learned. A new volume begins with what was learned from the included pack.
RUN mkdir -p /data && chown node:node /data
COPY --from=build --chown=node:node /cache /data/cache
USER node
VOLUME /data
EXPOSE 8080
# Without pages (WEB_PORT=off) it is well while it runs.
HEALTHCHECK --interval=30s --timeout=5s --start-period=15s CMD ["node", "-e", "const port = process.env.WEB_PORT; if (port !== 'off') fetch('http://127.0.0.1:' + port + '/healthz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Other commands go behind the image's name: docker run wenda doctor.
ENTRYPOINT ["node", "/app/dist/app/wenda.js"]
