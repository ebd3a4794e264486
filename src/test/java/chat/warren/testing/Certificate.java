package chat.warren.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate for this machine that nobody has signed, made anew. */
public final class Certificate {
  private static final String NAME = "warren";
  private static final String PASSWORD = "only-in-tests";

  private final Path directory;
  private final KeyStore store;

  private Certificate(Path directory, KeyStore store) {
    this.directory = directory;
    this.store = store;
  }

  /** Makes one with the JDK's {@code keytool}. */
  public static Certificate create(Path directory) {
    Path file = directory.resolve("warren.p12");
    try {
      Process keytool =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                  "-genkeypair",
                  "-alias",
                  NAME,
                  "-keyalg",
                  "EC",
                  "-dname",
                  "CN=localhost",
                  "-ext",
                  "san=ip:127.0.0.1,dns:localhost",
                  "-storepass",
                  PASSWORD,
                  "-keystore",
                  file.toString())
              .inheritIO()
              .start();
      if (!keytool.waitFor(60, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
        throw new IllegalStateException("keytool made no certificate");
      }
      KeyStore store = KeyStore.getInstance("PKCS12");
      try (InputStream in = Files.newInputStream(file)) {
        store.load(in, PASSWORD.toCharArray());
      }
      return new Certificate(directory, store);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The file with certificate and key in it that web servers read. */
  public Path pem() {
    try {
      byte[] key = store.getKey(NAME, PASSWORD.toCharArray()).getEncoded();
      byte[] certificate = store.getCertificate(NAME).getEncoded();
      String pem = block("CERTIFICATE", certificate) + block("PRIVATE KEY", key);
      return Files.writeString(directory.resolve("warren.pem"), pem);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String block(String kind, byte[] content) {
    List<String> lines =
        List.of(
            "-----BEGIN " + kind + "-----",
            Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content),
            "-----END " + kind + "-----");
    return String.join("\n", lines) + "\n";
  }

  /** What believes this certificate and no other. */
  public SSLContext trust() {
    try {
      KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
      trusted.load(null, null);
      trusted.setCertificateEntry(NAME, store.getCertificate(NAME));
      TrustManagerFactory managers =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      managers.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers.getTrustManagers(), null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
