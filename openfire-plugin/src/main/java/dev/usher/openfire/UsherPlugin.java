package dev.usher.openfire;

import dev.usher.desk.VisitStore;
import dev.usher.drive.DrivePolicy;
import dev.usher.persistence.JdbcPersonalMacros;
import dev.usher.persistence.JdbcVisitArchive;
import dev.usher.persistence.JdbcVisitStore;
import dev.usher.persistence.SchemaCheck;
import dev.usher.web.WebClientServlet;
import dev.usher.wire.ForeignDrives;
import dev.usher.wire.Reception;
import dev.usher.wire.VisitTokens;
import java.io.File;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jivesoftware.database.DbConnectionManager;
import org.jivesoftware.openfire.SessionManager;
import org.jivesoftware.openfire.XMPPServer;
import org.jivesoftware.openfire.component.InternalComponentManager;
import org.jivesoftware.openfire.container.Plugin;
import org.jivesoftware.openfire.container.PluginManager;
import org.jivesoftware.openfire.event.GroupEventDispatcher;
import org.jivesoftware.openfire.event.SessionEventDispatcher;
import org.jivesoftware.openfire.interceptor.InterceptorManager;
import org.jivesoftware.openfire.user.PresenceEventDispatcher;
import org.jivesoftware.util.PropertyEventDispatcher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xmpp.component.ComponentException;
import org.xmpp.packet.JID;

/** Wires Usher into the server. Each step that is taken at the start puts down how to undo it. */
public final class UsherPlugin implements Plugin {
    private static final Logger LOG = LoggerFactory.getLogger(UsherPlugin.class);
    /** Spark looks for this name and no other. */
    private static final String SUBDOMAIN = "workgroup";

    private static final int DESK_THREADS = 2;
    /** Questions about what is stored that may wait. One thread, so that they never take the database for themselves. */
    private static final int READERS_QUEUE = 256;

    private static final long STOP_SECONDS = 5;

    private final Deque<Runnable> undo = new ArrayDeque<>();

    @Override
    public void initializePlugin(PluginManager manager, File directory) {
        var domain = XMPPServer.getInstance().getServerInfo().getXMPPDomain();
        var service = new JID(null, SUBDOMAIN + "." + domain, null);
        if (InternalComponentManager.getInstance().hasComponent(service)) {
            LOG.error(
                    "not-started Another component holds {}: most likely Openfire's Fastpath plugin."
                            + " Remove it, then reload Usher.",
                    service);
            return;
        }
        var complaint = new SchemaCheck(DbConnectionManager::getConnection).complaint();
        if (complaint.isPresent()) {
            // Openfire goes on when the tables could not be made; Usher would lose what customers were promised.
            LOG.error("not-started {}", complaint.get());
            throw new IllegalStateException("Usher could not start: " + complaint.get());
        }
        try {
            start(domain, service);
            LOG.info("started service={}", service);
        } catch (ComponentException | RuntimeException e) {
            destroyPlugin();
            throw new IllegalStateException("Usher could not start: " + e.getMessage(), e);
        }
    }

    private void start(String domain, JID service) throws ComponentException {
        var properties = new UsherProperties(domain);
        var clock = new SteadyClock(Clock.systemUTC(), System::nanoTime);
        var configuration = new Configuration(new OpenfirePropertySource(), new OpenfireGroups(), domain, clock);
        var store = new JdbcVisitStore(DbConnectionManager::getConnection);
        var desks = Executors.newFixedThreadPool(DESK_THREADS, named("usher-desk"));
        undo.push(() -> stop(desks));
        var readers = readers();
        undo.push(readers::shutdownNow);
        var timer = new ScheduledThreadPoolExecutor(1, named("usher-timer"));
        timer.setRemoveOnCancelPolicy(true);
        undo.push(timer::shutdownNow);

        var addresses = new ClientAddresses();
        var hostname = XMPPServer.getInstance().getServerInfo().getHostname();
        var reception = new Reception(
                configuration.openings(),
                new Reception.Surroundings(
                        service,
                        properties.conference(),
                        new DrivePolicy(properties.ownOrigins(hostname)),
                        store,
                        new JdbcVisitArchive(DbConnectionManager::getConnection),
                        configuration::macros,
                        configuration::page,
                        new JdbcPersonalMacros(DbConnectionManager::getConnection),
                        new VisitTokens(VisitSecret.readOrMake()),
                        addresses,
                        configuration::identity,
                        new UserPresences(domain),
                        new LostConnections(domain),
                        desks,
                        readers,
                        clock,
                        () -> new TimerAlarm(timer, clock),
                        new OpenfireSender(),
                        new MessageMail(configuration::mail)));
        addComponent(reception);
        addListeners(reception, properties, configuration, service);
        warnOfVisitsWithoutWorkgroup(store, reception);
        reception.open(UsherPlugin::isConnected);

        var forgetting = new Forgetting(store, clock, properties::journalDays);
        timer.scheduleWithFixedDelay(
                () -> desks.execute(forgetting), 60, Forgetting.EVERY.toSeconds(), TimeUnit.SECONDS);
        undo.push(forgetting::stop);

        var servlet = new WebClientServlet(
                reception.directory(),
                configuration::page,
                reception.submissions(),
                addresses::ofRequest,
                properties::uploadOrigins,
                domain,
                service.getDomain(),
                clock);
        var mount = HttpBindMount.mount(servlet, "/usher");
        undo.push(mount::unmount);
        if (!properties.isHttpBindingOn()) {
            LOG.warn("no-web HTTP binding is off, so customers cannot load the chat. Switch it on in the console.");
        }
    }

    /** They are not ended: whoever has mistyped a name must be able to correct it. */
    private static void warnOfVisitsWithoutWorkgroup(VisitStore store, Reception reception) {
        for (var name : store.workgroups()) {
            if (reception.directory().find(name).isEmpty()) {
                LOG.warn(
                        "workgroup-gone workgroup={} Visits are stored for it that nobody serves. Add it to"
                                + " usher.workgroups again, and reload Usher, to go on with them.",
                        name);
            }
        }
    }

    private static boolean isConnected(String connection) {
        return SessionManager.getInstance().getSession(new JID(connection)) != null;
    }

    private void addComponent(Reception reception) throws ComponentException {
        var component = new WorkgroupComponent(reception);
        InternalComponentManager.getInstance().addComponent(SUBDOMAIN, component);
        undo.push(() -> InternalComponentManager.getInstance().removeComponent(SUBDOMAIN, component));
        undo.push(() -> close(reception));
    }

    private void addListeners(
            Reception reception, UsherProperties properties, Configuration configuration, JID service) {
        var blocker = new ForeignDriveBlocker(new ForeignDrives(service.getDomain(), properties.conference()));
        InterceptorManager.getInstance().addInterceptor(blocker);
        undo.push(() -> InterceptorManager.getInstance().removeInterceptor(blocker));

        var taker = new TypedCommandTaker(reception);
        InterceptorManager.getInstance().addInterceptor(taker);
        undo.push(() -> InterceptorManager.getInstance().removeInterceptor(taker));

        var connections = new ConnectionWatch(reception);
        SessionEventDispatcher.addListener(connections);
        undo.push(() -> SessionEventDispatcher.removeListener(connections));

        var presences = new PresenceWatch(reception);
        PresenceEventDispatcher.addListener(presences);
        undo.push(() -> PresenceEventDispatcher.removeListener(presences));

        var stopWatch = new StopWatch(() -> close(reception));
        XMPPServer.getInstance().addServerListener(stopWatch);
        undo.push(() -> XMPPServer.getInstance().removeServerListener(stopWatch));

        var propertyWatch = new PropertyWatch(
                configuration::names, name -> reception.configure(name, configuration.settings(name)));
        PropertyEventDispatcher.addListener(propertyWatch);
        undo.push(() -> PropertyEventDispatcher.removeListener(propertyWatch));

        var groupWatch = new GroupWatch(
                group -> configuration.groupChanged(group, false, reception::configure),
                group -> configuration.groupChanged(group, true, reception::configure));
        GroupEventDispatcher.addListener(groupWatch);
        undo.push(() -> GroupEventDispatcher.removeListener(groupWatch));
    }

    @Override
    public void destroyPlugin() {
        while (!undo.isEmpty()) {
            try {
                undo.pop().run();
            } catch (RuntimeException e) {
                LOG.warn("stop-step-failed", e); // and on with the others
            }
        }
    }

    private static void close(Reception reception) {
        try {
            reception.close().get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("close-incomplete Not everything could be stored and told before the stop.", e);
        }
    }

    private static void stop(ExecutorService desks) {
        desks.shutdown();
        try {
            if (!desks.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                desks.shutdownNow();
            }
        } catch (InterruptedException e) {
            desks.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private static ExecutorService readers() {
        return new ThreadPoolExecutor(
                1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(READERS_QUEUE), named("usher-reader"));
    }

    private static ThreadFactory named(String name) {
        var number = new AtomicInteger();
        return task -> {
            var thread = new Thread(task, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
