namespace Coppice.Forests.Tests.Support;

internal static class Bits
{
    /// <summary>Equal to the last bit: minus zero is not zero.</summary>
    public static void AssertSame(float[] expected, float[] found) =>
        Assert.Equal(expected.Select(BitConverter.SingleToInt32Bits), found.Select(BitConverter.SingleToInt32Bits));
}
