using Coppice.Cli.Invocation;
using Spectre.Console;

namespace Coppice.Cli.Imports;

/// <summary>Sends a file and shows at a terminal how much of it is on its way.</summary>
internal static class UploadBar
{
    public static Task<T> ShowAsync<T>(CommandContext context, Stream file, Func<Stream, Task<T>> send)
    {
        if (!context.Screen.IsLive || context.IsJson)
            return send(file);
        return context.Screen.Console.Progress()
            .AutoClear(true)
            .Columns(
                new TaskDescriptionColumn { Alignment = Justify.Left },
                new ProgressBarColumn(),
                new PercentageColumn(),
                new DownloadedColumn(),
                new RemainingTimeColumn())
            .StartAsync(async progress =>
            {
                ProgressTask task = progress.AddTask("sending", maxValue: Math.Max(1, file.Length));
                var content = new MeasuredStream(file, sent =>
                {
                    task.Value = sent;
                    if (sent >= file.Length)
                        task.Description = "storing";
                });
                return await send(content);
            });
    }
}
