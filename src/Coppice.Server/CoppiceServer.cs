using Coppice.Server.Alerts;
using Coppice.Server.Audit;
using Coppice.Server.Customers;
using Coppice.Server.Customers.Inbox;
using Coppice.Server.Customers.Notes;
using Coppice.Server.Dashboard;
using Coppice.Server.Deployments;
using Coppice.Server.Drift;
using Coppice.Server.Features;
using Coppice.Server.Gates;
using Coppice.Server.Http;
using Coppice.Server.Labels;
using Coppice.Server.Models;
using Coppice.Server.Outcomes;
using Coppice.Server.Overview;
using Coppice.Server.Performance;
using Coppice.Server.Predictions;
using Coppice.Server.Quality;
using Coppice.Server.Ramps;
using Coppice.Server.Reports;
using Coppice.Server.Schedules;
using Coppice.Server.Security;
using Coppice.Server.Serving;
using Coppice.Server.Serving.Batches;
using Coppice.Server.Serving.Inference;
using Coppice.Server.Simulation;
using Coppice.Server.Storage;
using Coppice.Server.Training;
using Coppice.Server.Triggers;
using Coppice.Server.Tuning;
using Coppice.Server.Workspaces;

namespace Coppice.Server;

/// <summary>Builds the server: the registrations below are its table of contents.</summary>
public static class CoppiceServer
{
    /// <summary>What requests under way have left once the server is told to stop.</summary>
    public static readonly TimeSpan LongestFarewell = TimeSpan.FromSeconds(20);

    // The framework would watch the folder for its own settings files, and be woken by every write to the database beside them.
    private static readonly string[] Unwatched = ["--hostBuilder:reloadConfigOnChange=false"];

    /// <summary>Takes the workspace, brings its database up to date and makes the application, not yet started.</summary>
    /// <exception cref="WorkspaceInUseException">Another process has the workspace.</exception>
    /// <exception cref="InvalidDefinitionException">The definition file has problems.</exception>
    public static Task<WebApplication> BuildAsync(CoppiceServerOptions options, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var (definition, workspace) = OpenWorkspace.Run(options);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = options.WorkspaceFolder, Args = Unwatched });
        builder.WebHost.UseUrls();
        builder.WebHost.ConfigureKestrel(kestrel => Listening.Configure(kestrel, options.Address));
        ServerLogging.Configure(builder.Logging, options);

        var services = builder.Services;
        services.AddSingleton(_ => workspace);
        services.AddSingleton<IHostLifetime, CallerLifetime>();
        services.Configure<HostOptions>(host =>
        {
            host.ShutdownTimeout = LongestFarewell;
            // A loop that dies is said by /health/ready; answers go on.
            host.BackgroundServiceExceptionBehavior = BackgroundServiceExceptionBehavior.Ignore;
        });
        services.AddStorage(workspace.Database, workspace.Clock);
        services.AddHttp();
        services.AddAudit();
        services.AddSchedules();
        services.AddWorkspaces(definition, options.WorkspaceFolder);
        services.AddQuality();
        services.AddCustomers();
        services.AddInbox(options.WorkspaceFolder, options.Activity);
        services.AddNotes(options.WorkspaceFolder);
        services.AddFeatures();
        services.AddPredictions();
        services.AddOutcomes();
        services.AddLabels();
        services.AddModels();
        services.AddTraining();
        services.AddGates();
        services.AddDeployments();
        services.AddTuning();
        services.AddServing();
        services.AddBatches(new BatchOptions
        {
            Folder = Path.Combine(options.WorkspaceFolder, ".coppice", "batches"),
            Earlier = options.Activity == CoppiceServerOptions.Serve ? EarlierBatches.GoOn : EarlierBatches.Wait,
        });
        services.AddInference();
        services.AddRamps();
        services.AddDrift();
        services.AddPerformance();
        services.AddTriggers();
        if (options.Activity == CoppiceServerOptions.Serve)
            services.AddRetrainingHost();
        services.AddAlerts(definition.Alerts, options.WorkspaceFolder);
        if (options.Activity == CoppiceServerOptions.Serve)
            services.AddAlertsHost();
        services.AddOverview();
        services.AddReports();
        services.AddSimulation();
        services.AddDashboard();

        var app = builder.Build();
        // Made by the container, the workspace is also let go of by it, after everything that uses it.
        app.Services.GetRequiredService<OpenedWorkspace>();
        app.MapHttp();
        app.MapAudit();
        app.MapSecurity();
        app.MapWorkspaces();
        app.MapQuality();
        app.MapCustomers();
        app.MapInbox();
        app.MapNotes();
        app.MapOutcomes();
        app.MapModels();
        app.MapGates();
        app.MapDeployments();
        app.MapServing();
        app.MapBatches();
        app.MapInference();
        app.MapRamps();
        app.MapDrift();
        app.MapPerformance();
        app.MapTriggers();
        app.MapAlerts();
        app.MapOverview();
        app.MapReports();
        app.MapSimulation();
        app.MapDashboard(options.DashboardFolder);
        app.Lifetime.ApplicationStarted.Register(() => workspace.Owner.Publish(Listening.Address(app.Urls, options.Address), options.Activity));
        app.Lifetime.ApplicationStopping.Register(app.Services.GetRequiredService<RunBoard>().CancelAll);
        return Task.FromResult(app);
    }
}
