using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Coppice.XGBoost;

namespace Coppice.Bench.Forests;

/// <summary>XGBoost's fastest way to score rows in memory: its C API on the array itself, without a matrix between.</summary>
internal sealed unsafe class NativePredictor : IDisposable
{
    private static readonly nint Library = NativeLibrary.Load(TrainingJob.LibraryPath);
    private static readonly delegate* unmanaged<nint, byte*, byte*, nint, ulong**, ulong*, float**, int> PredictDense =
        (delegate* unmanaged<nint, byte*, byte*, nint, ulong**, ulong*, float**, int>)NativeLibrary.GetExport(Library, "XGBoosterPredictFromDense");

    private readonly nint _booster;
    private readonly byte[] _configuration = Encoding.ASCII.GetBytes("""{"type":1,"iteration_begin":0,"iteration_end":0,"strict_shape":false,"cache_id":0,"missing":NaN}""" + "\0");

    public NativePredictor(byte[] model)
    {
        var create = (delegate* unmanaged<nint, ulong, nint*, int>)NativeLibrary.GetExport(Library, "XGBoosterCreate");
        var load = (delegate* unmanaged<nint, byte*, ulong, int>)NativeLibrary.GetExport(Library, "XGBoosterLoadModelFromBuffer");
        var set = (delegate* unmanaged<nint, byte*, byte*, int>)NativeLibrary.GetExport(Library, "XGBoosterSetParam");
        nint booster;
        Check(create(0, 0, &booster));
        _booster = booster;
        fixed (byte* bytes = model, name = "nthread\0"u8, one = "1\0"u8)
        {
            Check(load(booster, bytes, (ulong)model.Length));
            Check(set(booster, name, one));
        }
    }

    /// <summary>Margins of dense rows; they stay in the library's memory until the next call.</summary>
    public ReadOnlySpan<float> Margins(ReadOnlySpan<float> rows, int columns)
    {
        fixed (float* values = rows)
        {
            string array = string.Create(CultureInfo.InvariantCulture, $$"""{"data":[{{(nint)values}},true],"shape":[{{rows.Length / columns}},{{columns}}],"typestr":"<f4","version":3}""");
            byte[] text = Encoding.ASCII.GetBytes(array + "\0");
            ulong* shape;
            ulong dimensions;
            float* result;
            fixed (byte* start = text, configuration = _configuration)
                Check(PredictDense(_booster, start, configuration, 0, &shape, &dimensions, &result));
            return new ReadOnlySpan<float>(result, rows.Length / columns);
        }
    }

    public void Dispose() => Check(((delegate* unmanaged<nint, int>)NativeLibrary.GetExport(Library, "XGBoosterFree"))(_booster));

    private static void Check(int code)
    {
        if (code == 0)
            return;
        var error = (delegate* unmanaged<byte*>)NativeLibrary.GetExport(Library, "XGBGetLastError");
        throw new InvalidOperationException(Marshal.PtrToStringUTF8((nint)error()));
    }
}
