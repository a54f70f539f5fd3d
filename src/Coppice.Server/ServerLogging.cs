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
        if (options.Log == LogForm.Json)
            logging.AddJsonConsole(console => (console.UseUtcTimestamp, console.TimestampFormat) = (true, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'"));
        else
            logging.AddSimpleConsole(console => console.SingleLine = true);
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        logging.SetMinimumLevel(LogLevel.Information);
        logging.AddFilter("Microsoft", LogLevel.Warning);
        // Its failures reach us as exceptions; silent, it makes no scope and no activity for every request.
        logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        // A start that fails is thrown to the caller, who says why in one sentence.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
    }
}
