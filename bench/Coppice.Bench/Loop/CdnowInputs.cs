using Coppice.Server;
using Coppice.Server.Customers;
using Coppice.Server.Features;
using Coppice.Server.Storage;
using Coppice.Server.Workspaces;
using Microsoft.Extensions.DependencyInjection;

namespace Coppice.Bench.Loop;

/// <summary>
/// Inputs of every customer at the twelve cut-offs, computed by the code that training and serving use: read from the database
/// with nothing in memory, encoded, and laid out as the matrix a learner gets.
/// </summary>
/// <param name="Seconds">Time for all of it.</param>
/// <param name="Customers">Customers at each cut-off.</param>
/// <param name="Orders">Orders before the last cut-off, added up from the computed inputs.</param>
/// <param name="Dollars">Dollars likewise.</param>
internal sealed record CdnowInputs(double Seconds, int Customers, long Orders, double Dollars)
{
    private const int CutOffs = 12;

    public static async Task<CdnowInputs> MeasureAsync(string folder, CancellationToken cancellationToken)
    {
        // A server of its own each time, never started: only so is the event cache cold.
        var options = new CoppiceServerOptions { WorkspaceFolder = folder, Address = $"unix:{Path.Combine(folder, "s")}", Activity = "bench" };
        await using var server = await CoppiceServer.BuildAsync(options, cancellationToken);
        var database = server.Services.GetRequiredService<Database>();
        var inputs = server.Services.GetRequiredService<InputReader>();
        var customers = database.Read(session => new CustomerStore().Keys(session)).Keys.Order().ToList();
        long[] cutOffs = [.. Enumerable.Range(0, CutOffs).Select(i => new DateTimeOffset(1997, 5, 1, 0, 0, 0, TimeSpan.Zero).AddMonths(i).ToMicroseconds())];

        long began = TimeProvider.System.GetTimestamp();
        var keys = customers.SelectMany(c => cutOffs.Select(t => new ExampleKey(c, t))).ToList();
        var plan = database.Read(session => inputs.Plan(session, FeatureGroups.Behaviour, new PlanScope(cutOffs[^1])));
        var table = database.Read(session => inputs.Read(session, FeatureGroups.Behaviour, plan, keys));
        var pipeline = FeaturePipeline.Fit(table, plan, new FeatureOptions());
        var matrix = pipeline.Transform(table, keys.Select(k => k.AsOf).ToArray());
        double seconds = TimeProvider.System.GetElapsedTime(began).TotalSeconds;

        int[] last = [.. Enumerable.Range(0, matrix.Rows).Where(row => keys[row].AsOf == cutOffs[^1])];
        double Total(string name) => last.Sum(row => (double)table[name].Numbers[row]);
        return new CdnowInputs(seconds, last.Length, (long)Total("events.purchase.count"), Total("events.purchase.value"));
    }
}
