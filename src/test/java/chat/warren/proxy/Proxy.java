package chat.warren.proxy;

import chat.warren.testing.WarProcess;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The web servers for which {@code server-config} has a file. */
enum Proxy {
  NGINX("nginx", "nginx/warren.conf") {
    @Override
    String withOwnPorts(String file, int http, int https) {
      String moved = replaced(file, "listen 80;", "listen 127.0.0.1:" + http + ";");
      return replaced(moved, "listen 443 ", "listen 127.0.0.1:" + https + " ");
    }

    /** What the system's own nginx.conf has around the file. */
    @Override
    List<String> command(Path program, Path file) throws IOException {
      Path directory = file.getParent();
      List<String> lines = new ArrayList<>();
      if ("root".equals(System.getProperty("user.name"))) {
        lines.add("user root;");
      }
      lines.add("daemon off; pid " + directory + "/pid;");
      lines.add("events {}");
      lines.add("http {");
      lines.add("access_log off;");
      for (String kind : List.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi")) {
        lines.add(kind + "_temp_path " + directory + "/" + kind + ";");
      }
      lines.add("include " + file + ";");
      lines.add("}");
      Path whole = Files.write(directory.resolve("nginx.conf"), lines);
      return List.of(program.toString(), "-e", "stderr", "-p", directory + "/", "-c", "" + whole);
    }
  },

  HAPROXY("haproxy", "haproxy/warren.cfg") {
    @Override
    String withOwnPorts(String file, int http, int https) {
      String moved = replaced(file, "bind :80\n", "bind 127.0.0.1:" + http + "\n");
      return replaced(moved, "bind :443 ", "bind 127.0.0.1:" + https + " ");
    }

    @Override
    List<String> command(Path program, Path file) {
      return List.of(program.toString(), "-db", "-f", file.toString());
    }
  };

  private static final Path CONFIGURATIONS = Path.of("server-config").toAbsolutePath();

  /** Where administrators' programs are that may not be on everybody's path. */
  private static final List<String> FURTHER = List.of("/usr/sbin", "/usr/local/sbin");

  private final String program;
  private final String configuration;

  Proxy(String program, String configuration) {
    this.program = program;
    this.configuration = configuration;
  }

  abstract String withOwnPorts(String file, int http, int https);

  abstract List<String> command(Path program, Path file) throws IOException;

  /** The program, if this machine has it. */
  Optional<Path> installed() {
    return Stream.concat(
            Stream.of(System.getenv("PATH").split(File.pathSeparator)), FURTHER.stream())
        .map(directory -> Path.of(directory, program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * Starts it with the very file of {@code server-config}, in which only ports, nodes and the
   * certificate are others.
   *
   * @param nodes the ports of the two nodes
   */
  ProxyProcess start(Path directory, Path certificate, List<Integer> nodes) {
    try {
      int http = WarProcess.freePort();
      int https = WarProcess.freePort();
      String file = Files.readString(CONFIGURATIONS.resolve(configuration));
      file = withOwnPorts(file, http, https);
      file = replaced(file, "/etc/ssl/private/warren.pem", certificate.toString());
      file = replaced(file, "node1:8080", "127.0.0.1:" + nodes.get(0));
      file = replaced(file, "node2:8080", "127.0.0.1:" + nodes.get(1));
      Path mine = directory.resolve(Path.of(configuration).getFileName().toString());
      Files.writeString(mine, file);
      return ProxyProcess.start(command(installed().orElseThrow(), mine), http, https);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String replaced(String file, String ours, String here) {
    if (!file.contains(ours)) {
      throw new AssertionError("\"" + ours + "\" does not stand in the file any more");
    }
    return file.replace(ours, here);
  }
}
