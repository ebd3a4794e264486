package chat.warren.app;

import chat.warren.db.DatabaseUnusable;
import chat.warren.live.RoomSessions;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.websocket.server.ServerContainer;
import java.time.Clock;
import java.util.Collections;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts Warren with the container and stops it with it. */
public final class Startup implements ServletContextListener {
  private static final Logger LOG = LoggerFactory.getLogger(Startup.class);

  /** Characters and bytes that a socket keeps for what comes in; longer frames come in parts. */
  private static final int SOCKET_BUFFER = 512;

  private Application application;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    ServletContext context = event.getServletContext();
    try {
      Settings settings = settings(context);
      shrinkBuffers(context);
      RoomSessions.useWhatIsLeftIn(context);
      application = new Application(settings, Clock.systemUTC());
      Routes.add(context, application);
      if (!settings.limits()) {
        LOG.warn(
            "WARREN_LIMITS is off: anybody may send as fast as they can. For benchmarks only.");
      }
      LOG.info("Warren keeps its data in {}", settings.store());
      application
          .setup()
          .token()
          .ifPresent(
              token ->
                  LOG.info(
                      "Warren has no administrator yet. Open /setup and give it this token: {}",
                      token));
    } catch (CannotStart | DatabaseUnusable e) {
      LOG.error("Warren cannot start. {}", e.getMessage());
      throw new CannotStart(e.getMessage(), e);
    }
  }

  private static Settings settings(ServletContext context) {
    Settings.unknown(
            Stream.of(
                    System.getProperties().stringPropertyNames(),
                    System.getenv().keySet(),
                    Collections.list(context.getInitParameterNames()))
                .flatMap(names -> names.stream()))
        .forEach(name -> LOG.warn("{} is no setting of Warren; is it mistyped?", name));
    return Settings.read(
        Settings.firstOf(context::getInitParameter, System::getProperty, System::getenv));
  }

  private static void shrinkBuffers(ServletContext context) {
    Object container = context.getAttribute(ServerContainer.class.getName());
    if (!(container instanceof ServerContainer sockets)) {
      throw new CannotStart(
          "This server has no WebSocket support; Warren needs Jakarta WebSocket 2.1.", null);
    }
    sockets.setDefaultMaxTextMessageBufferSize(SOCKET_BUFFER);
    sockets.setDefaultMaxBinaryMessageBufferSize(SOCKET_BUFFER);
  }

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    if (application != null) {
      application.close();
    }
  }
}
