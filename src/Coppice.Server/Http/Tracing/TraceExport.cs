using System.Reflection;
using Coppice.Server.Storage;
using OpenTelemetry;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Coppice.Server.Http.Tracing;

/// <summary>Sends spans to a collector over OTLP where the environment names one; its other settings are the environment's too (OTEL_…).</summary>
internal static class TraceExport
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string TracesEndpoint = "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT";

    public static bool IsAsked => IsSet(Endpoint) || IsSet(TracesEndpoint);

    public static TracerProvider Start() => Sdk.CreateTracerProviderBuilder()
        .SetResourceBuilder(ResourceBuilder.CreateEmpty()
            .AddService("coppice", serviceVersion: Assembly.GetExecutingAssembly().GetName().Version?.ToString(3))
            .AddTelemetrySdk()
            .AddEnvironmentVariableDetector())
        .AddSource(RequestTrace.Source, Spans.Name)
        .AddOtlpExporter()
        .Build();

    private static bool IsSet(string name) => !string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable(name));
}
