using System.Text.Json.Serialization;
using Coppice.Client;
using Coppice.Server.Http.Description;
using Coppice.Server.Http.Metrics;
using Coppice.Server.Http.Tracing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using OpenTelemetry.Trace;

namespace Coppice.Server.Http;

/// <summary>The ground every endpoint stands on.</summary>
public static class HttpRegistration
{
    public static void AddHttp(this IServiceCollection services)
    {
        services.AddSingleton<ProblemMapper>();
        services.AddSingleton<EventStreams>();
        services.AddMetrics();
        services.AddSingleton<MeterReadings>();
        services.AddSingleton<RequestMetrics>();
        if (TraceExport.IsAsked)
            services.AddSingleton(_ => TraceExport.Start());
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(options =>
        {
            var json = options.SerializerOptions;
            json.PropertyNamingPolicy = CoppiceJson.Options.PropertyNamingPolicy;
            json.Encoder = CoppiceJson.Options.Encoder;
            foreach (var converter in CoppiceJson.Options.Converters)
                json.Converters.Add(converter);
            // A misspelt, missing, doubled or null member is an error here rather than a surprise later.
            json.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
            json.AllowDuplicateProperties = false;
            json.RespectNullableAnnotations = true;
            json.RespectRequiredConstructorParameters = true;
        });
        services.AddOpenApi(ApiDocument.Name, ApiDocument.Describe);
        services.Configure<KestrelServerOptions>(RequestLimits.Apply);
    }

    public static void MapHttp(this WebApplication app)
    {
        app.Services.GetRequiredService<MeterReadings>();
        var requests = app.Services.GetRequiredService<RequestMetrics>();
        var problems = app.Services.GetRequiredService<ProblemMapper>();
        // Spans are sent off when the container lets go of their provider.
        if (app.Services.GetService<TracerProvider>() is not null)
            app.Use(RequestTrace.Wrap);
        app.Use(next => context => requests.InvokeAsync(context, next));
        app.Use(next => context => problems.InvokeAsync(context, next));
        app.UseRouting();
        CodePageEndpoints.Map(app);
        MetricsEndpoints.Map(app);
        ApiDocument.Map(app);
    }
}
