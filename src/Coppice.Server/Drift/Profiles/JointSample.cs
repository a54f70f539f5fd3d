using System.Runtime.InteropServices;
using System.Text.Json.Serialization;

namespace Coppice.Server.Drift.Profiles;

/// <summary>Some rows of a reference with the features that a classifier may use, and how well stretches of the reference are told apart.</summary>
/// <param name="Columns">Places of the features in the pipeline.</param>
/// <param name="Bytes">The features, row by row.</param>
/// <param name="Bound">The separation that may be reached.</param>
public sealed record JointSample(int[] Columns, byte[] Bytes, double Bound)
{
    [JsonIgnore]
    public ReadOnlySpan<float> Values => MemoryMarshal.Cast<byte, float>(Bytes);

    [JsonIgnore]
    public int Rows => Columns.Length == 0 ? 0 : Bytes.Length / sizeof(float) / Columns.Length;
}
