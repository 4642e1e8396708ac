# OpenCV's core, imgproc, imgcodecs and dnn only. OpenCVConfig.cmake ships in libopencv-dev alone, which draws in highgui
# (and with it Qt 5); the narrow development packages have headers and libraries, which is all that is needed.
find_path(OpenCVNarrow_INCLUDE_DIR opencv2/core.hpp PATH_SUFFIXES opencv4)
foreach(module core imgproc imgcodecs dnn)
    find_library(OpenCVNarrow_${module}_LIBRARY opencv_${module})
    list(APPEND OpenCVNarrow_required OpenCVNarrow_${module}_LIBRARY)
endforeach()
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(OpenCVNarrow
    REQUIRED_VARS OpenCVNarrow_INCLUDE_DIR ${OpenCVNarrow_required}
    REASON_FAILURE_MESSAGE "Run packaging/setup, which installs libopencv-{core,imgproc,imgcodecs,dnn}-dev.")
if(OpenCVNarrow_FOUND)
    foreach(module core imgproc imgcodecs dnn)
        if(NOT TARGET OpenCV::${module})
            add_library(OpenCV::${module} UNKNOWN IMPORTED)
            set_target_properties(OpenCV::${module} PROPERTIES IMPORTED_LOCATION "${OpenCVNarrow_${module}_LIBRARY}"
                INTERFACE_INCLUDE_DIRECTORIES "${OpenCVNarrow_INCLUDE_DIR}")
            if(NOT module STREQUAL core)
                target_link_libraries(OpenCV::${module} INTERFACE OpenCV::core)
            endif()
        endif()
    endforeach()
endif()
