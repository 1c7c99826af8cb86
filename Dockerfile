# The image of any one service, out of what ./mvnw package made:
#   docker build --build-arg SERVICE=intake-service --tag beforehand/intake:local .
ARG JAVA_IMAGE=eclipse-temurin:25-jre

FROM ${JAVA_IMAGE} AS packaged
COPY . /packaged
ARG SERVICE
RUN cd "/packaged/${SERVICE:?is missing: --build-arg SERVICE=intake-service}/target/quarkus-app" 2>/dev/null && test -f quarkus-run.jar \
    || { echo "Nothing is packaged for ${SERVICE} yet: run ./mvnw package -DskipTests first, then build the image again." >&2; exit 1; }
# Our own libraries apart from the others', which change less often.
RUN mkdir -p /image/own/lib/main && mv "/packaged/${SERVICE}/target/quarkus-app/lib" /image/lib \
    && mv /image/lib/main/io.beforehand.* /image/own/lib/main/ \
    && cd "/packaged/${SERVICE}/target/quarkus-app" && mv app quarkus quarkus-run.jar /image/own/ \
    && mv /packaged/deploy/docker /image/probes && chmod 755 /image/probes/* && chmod -R a+rX /image

FROM ${JAVA_IMAGE}
WORKDIR /opt/beforehand
# The heap leaves room below 350 MB for everything else a JVM needs.
ENV MALLOC_ARENA_MAX=2 \
    JDK_JAVA_OPTIONS="-Xmx192m -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError --enable-native-access=ALL-UNNAMED"
COPY --from=packaged /image/probes ./
COPY --from=packaged /image/lib lib/
COPY --from=packaged /image/own ./
RUN ./learn
# A number, so that whoever runs it can see that it is not root.
USER 10001:10001
CMD ["java", "-XX:AOTCache=start.aot", "-jar", "quarkus-run.jar"]
