# The first stage has the development packages; the image does not.
# It runs on the builder's own architecture for every target: no package here compiles native code.
FROM --platform=$BUILDPLATFORM node:24-bookworm-slim AS build
WORKDIR /app
# Packages are installed in a layer of their own, so that it stays cached until their list changes.
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY . .
# Trains on the included pack, so that a new container answers at once with a trained model.
RUN npm run build && WENDA_CACHE=/cache npm run --silent knowledge -- prepare && npm prune --omit=dev --ignore-scripts

FROM node:24-bookworm-slim
# Git is for KNOWLEDGE_GIT, knowledge from a repository.
RUN apt-get update && apt-get install --yes --no-install-recommends git ca-certificates && rm -rf /var/lib/apt/lists/*
# One malloc arena takes about 45 MB less: with more, the C library keeps memory that training threads have freed.
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
# The database and the trained models are written to /data. A new volume starts with a copy of the models built above.
RUN mkdir -p /data && chown node:node /data
COPY --from=build --chown=node:node /cache /data/cache
USER node
VOLUME /data
EXPOSE 8080
# Without pages (WEB_PORT=off) there is nothing to request: it counts as healthy while the process runs.
HEALTHCHECK --interval=30s --timeout=5s --start-period=15s CMD ["node", "-e", "const port = process.env.WEB_PORT; if (port !== 'off') fetch('http://127.0.0.1:' + port + '/healthz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Without arguments the bot starts. For another command, write it after the image's name: docker run wenda doctor
# The size that Node 20 has: later ones take some 100 MB more for it.
ENTRYPOINT ["node", "--max-semi-space-size=16", "/app/dist/app/wenda.js"]
