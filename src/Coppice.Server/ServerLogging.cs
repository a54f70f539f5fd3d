using Microsoft.Extensions.Logging.Console;

namespace Coppice.Server;

/// <summary>A server that stays speaks on standard error; one that lives for a single command leaves the talking to it.</summary>
internal static class ServerLogging
{
    public static void Configure(ILoggingBuilder logging, CoppiceServerOptions options)
    {
        logging.ClearProviders();
        if (options.Address.StartsWith("unix:", StringComparison.Ordinal))
            return;
        logging.AddSimpleConsole(console => console.SingleLine = true);
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        logging.SetMinimumLevel(LogLevel.Information);
        logging.AddFilter("Microsoft", LogLevel.Warning);
        // A start that fails is thrown to the caller, who says why in one sentence.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
    }
}
