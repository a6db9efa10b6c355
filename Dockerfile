# The help centre of `content/` with its collector. Build: docker build -t help . Run: deploy/compose.yaml shows how.

# The version that package.json names as `node`, with which everything is tested.
FROM node:26.10.0-slim AS packages
WORKDIR /kundig
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev

FROM packages AS site
# Days of articles come from the history, where the folder has one.
RUN apt-get update && apt-get install -y --no-install-recommends git && rm -rf /var/lib/apt/lists/*
COPY . .
RUN git config --global --add safe.directory /kundig && node scripts/build.ts

FROM node:26.10.0-slim
WORKDIR /kundig
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=4321 \
    FEEDBACK_DATABASE=/data/feedback.db
# All files belong to root, so that the program, which does not run as root, cannot change what it runs and serves.
COPY --from=packages /kundig/node_modules node_modules
COPY package.json ./
COPY scripts scripts
COPY src src
COPY content content
COPY --from=site /kundig/dist dist
RUN mkdir /data && chown node:node /data
VOLUME /data
USER node
EXPOSE 4321
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 \
    CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Without npm in between, the program itself is told to stop, and answers what it has taken.
CMD ["node", "scripts/start.ts", "--no-build"]
