FROM node:22-bookworm-slim AS node

FROM maven:3.9-eclipse-temurin-17 AS build
COPY --from=node /usr/local/bin /usr/local/bin
COPY --from=node /usr/local/lib/node_modules /usr/local/lib/node_modules
WORKDIR /build
COPY . .
RUN mvn --batch-mode --quiet package -DskipTests

FROM eclipse-temurin:17-jre
RUN useradd --uid 10001 --create-home esop && mkdir /data && chown esop /data
COPY --from=build /build/target/esop.jar /app/esop.jar
USER esop
ENV ESOP_DATA=/data LANG=C.UTF-8
VOLUME /data
EXPOSE 8080 8090
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-XX:MaxRAMPercentage=60", "-jar", "/app/esop.jar"]
