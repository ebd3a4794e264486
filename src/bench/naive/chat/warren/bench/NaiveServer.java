package chat.warren.bench;

import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerContainer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.servlets.DefaultServlet;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.websocket.server.WsContextListener;

/** Serves {@link NaiveEndpoint} on a Tomcat as it comes. */
public final class NaiveServer {
  private NaiveServer() {}

  public static void main(String[] arguments) throws Exception {
    Path directory = Files.createDirectories(Path.of(System.getenv("WARREN_DATA")));
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(directory.toString());
    tomcat.setPort(Integer.parseInt(System.getenv("WARREN_PORT")));
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    Context context = tomcat.addContext("", directory.toString());
    context.addApplicationListener(WsContextListener.class.getName());
    Tomcat.addServlet(context, "default", new DefaultServlet());
    context.addServletMappingDecoded("/", "default");
    start(tomcat, context);
    tomcat.getServer().await();
  }

  private static void start(Tomcat tomcat, Context context)
      throws LifecycleException, DeploymentException {
    tomcat.start();
    ServerContainer sockets =
        (ServerContainer) context.getServletContext().getAttribute(ServerContainer.class.getName());
    sockets.addEndpoint(NaiveEndpoint.class);
  }
}
