using Coppice.Client;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Coppice.Server.Http;

/// <summary>The ground every endpoint stands on.</summary>
public static class HttpRegistration
{
    public static void AddHttp(this IServiceCollection services)
    {
        services.AddSingleton<ProblemMapper>();
        services.AddSingleton<EventStreams>();
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.PropertyNamingPolicy = CoppiceJson.Options.PropertyNamingPolicy;
            options.SerializerOptions.Encoder = CoppiceJson.Options.Encoder;
            foreach (var converter in CoppiceJson.Options.Converters)
                options.SerializerOptions.Converters.Add(converter);
        });
        services.Configure<KestrelServerOptions>(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = Upload.MostBytes;
        });
    }

    public static void MapHttp(this WebApplication app)
    {
        app.UseMiddleware<ProblemMapper>();
        app.UseRouting();
        app.MapGet("/health/live", () => "live");
    }
}
