using System.Globalization;

namespace Coppice.Server.Serving;

/// <summary>How many reasons an answer comes with.</summary>
public static class ReasonCount
{
    /// <summary>More say nothing more.</summary>
    public const int Most = 50;

    /// <summary>What a file gets that is answered while its sender waits.</summary>
    public const int OfFile = 3;

    /// <summary>Reads what the address of a request says; null where it says nothing.</summary>
    /// <exception cref="ServingException">It is no such number.</exception>
    public static int? Parse(string? given)
    {
        if (string.IsNullOrEmpty(given))
            return null;
        return int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count <= Most
            ? count
            : throw new ServingException(ServingCodes.BadQuestion, $"explain is the number of reasons, from 0 to {Most}; found \"{given}\".");
    }
}
