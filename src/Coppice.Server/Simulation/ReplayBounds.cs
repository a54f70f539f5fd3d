using Coppice.Client;
using Coppice.Server.Http;

namespace Coppice.Server.Simulation;

/// <summary>What a replay can be asked for: numbers with which it moves forward and ends.</summary>
internal static class ReplayBounds
{
    private const int MostRows = 10_000_000;
    private const int MostDays = 366;

    /// <summary>Refuses what would stand still, go back or never end.</summary>
    /// <exception cref="RequestException">A number is out of its bounds.</exception>
    public static void Require(ReplayRequest request)
    {
        Require("every", request.Every, MostDays);
        Require("first", request.First, MostRows);
        Require("batch", request.Batch, MostRows);
        Require("window", request.Window, MostRows);
    }

    private static void Require(string name, int? value, int most)
    {
        if (value < 1 || value > most)
            throw new RequestException(RequestCodes.BadRequest, $"{name}: expected a whole number from 1 to {most}, found {value}.", RefusalKind.BadInput);
    }
}
